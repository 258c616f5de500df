// Builds what the pages of others in tests/embed need beside Paceboard itself: the React and the
// Vue demo, and another wasm-bindgen app. Writes target/embed-pages/. Run by `make browser-test`.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { build } from "esbuild";

const out = "target/embed-pages";
const run = (command, ...args) => execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
mkdirSync(out, { recursive: true });

// As their makers say for production; both are bundled whole, since pages load nothing from elsewhere.
const define = {
  "process.env.NODE_ENV": '"production"',
  __VUE_OPTIONS_API__: "false",
  __VUE_PROD_DEVTOOLS__: "false",
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
};
await build({
  entryPoints: ["tests/embed/demos/react.jsx", "tests/embed/demos/vue.js"],
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  jsx: "automatic",
  define,
});

const target = "wasm32-unknown-unknown";
run("cargo", "build", "--quiet", "--locked", "--release", "--target", target, "-p", "paceboard-neighbour");
// Without modules: the kind of glue that puts a name of its own on the page.
const wasm = `target/${target}/release/paceboard_neighbour.wasm`;
run("wasm-bindgen", "--target", "no-modules", "--no-typescript", "--out-dir", out, "--out-name", "neighbour", wasm);
