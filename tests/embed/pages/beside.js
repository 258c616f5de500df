// The other app: its glue is the global `wasm_bindgen`.
const { wasm_bindgen: app } = window;
await app({ module_or_path: new URL("neighbour_bg.wasm", import.meta.url) });
const counter = new app.Counter();
document.getElementById("press").addEventListener("click", () => {
  document.getElementById("said").textContent = counter.press("邻居 neighbour");
});
