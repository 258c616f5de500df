// The other app: its glue is the page-wide name `wasm_bindgen`.
/* global wasm_bindgen */
await wasm_bindgen({ module_or_path: new URL("neighbour_bg.wasm", import.meta.url) });
const counter = new wasm_bindgen.Counter();
document.getElementById("press").addEventListener("click", () => {
  document.getElementById("said").textContent = counter.press("邻居 neighbour");
});
