// The portal's own script: says where the data are and how to get a token, and passes on what the
// merchant chooses. This is all that a portal has to write.

const elements = "pace-rank, pace-goal, pace-programme, pace-leaderboard, pace-frame";
const all = () => document.querySelectorAll(elements);
const shown = (id) => document.getElementById(id).removeAttribute("hidden");

/** Asks the portal's server for a token: `{ token, exp }`. Paceboard keeps it and asks again in time; a
 * status of 401 or 403 tells it that nobody is logged in. */
async function fetchToken({ signal }) {
  const response = await fetch("/api/paceboard-token", { method: "POST", signal });
  if (!response.ok) throw Object.assign(new Error(`the token endpoint answered ${response.status}`), { status: response.status });
  return response.json();
}

function configure() {
  if (!globalThis.Paceboard) {
    shown("not-loaded");
    for (const element of all()) element.replaceChildren();
    return;
  }
  globalThis.Paceboard.configure({
    sources: { main: { url: "/api/sales" } },
    fetchToken,
    locale: document.documentElement.lang,
  });
}

function followChannel() {
  const choice = document.getElementById("channel");
  choice.closest("label").hidden = choice.options.length < 2;
  choice.addEventListener("change", () => {
    for (const element of document.querySelectorAll("[channel]")) element.setAttribute("channel", choice.value);
  });
}

/** The theme that was chosen before, on this machine. */
function followTheme() {
  const choice = document.getElementById("theme");
  const apply = (theme) => {
    document.documentElement.dataset.theme = theme;
    for (const element of all()) element.setAttribute("theme", theme);
  };
  choice.value = localStorage.getItem("theme") ?? "auto";
  apply(choice.value);
  choice.addEventListener("change", () => {
    localStorage.setItem("theme", choice.value);
    apply(choice.value);
  });
}

followTheme();
followChannel();
configure();
document.addEventListener("pace-auth-required", () => shown("signed-out"));
