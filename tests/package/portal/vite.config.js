// As the guide's section "Install" has it. Frames have no origin, so the development server lets everybody read.
export default {
  optimizeDeps: { exclude: ["paceboard"] },
  server: { cors: { origin: "*" } },
};
