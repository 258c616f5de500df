document.getElementById("dark").addEventListener("click", () => {
  document.documentElement.dataset.theme = "dark";
});
