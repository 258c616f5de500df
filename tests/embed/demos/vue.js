// A portal's page in Vue 3, as a render function: templates compiled in the browser need `eval`.
import { createApp, h, ref } from "vue";

const Portal = {
  setup() {
    const channel = ref("beta");
    const shown = ref(true);
    const ready = ref(0);
    const selected = ref("");
    const often = ref(false);
    const elements = () => [
      h("pace-goal", { channel: channel.value, loading: "eager", onPaceReady: () => (ready.value += 1) }),
      h("pace-leaderboard", { loading: "eager", window: "7d", density: "compact", height: 400, refresh: often.value ? 60 : undefined, onPaceSelect: (event) => (selected.value = event.detail?.id ?? "") }),
    ];
    return () => [
      h("button", { id: "other", onClick: () => (channel.value = "alpha") }, "Alpha"),
      h("button", { id: "toggle", onClick: () => (shown.value = !shown.value) }, shown.value ? "Hide" : "Show"),
      h("button", { id: "often", onClick: () => (often.value = !often.value) }, often.value ? "Usual" : "Often"),
      h("output", { id: "ready" }, ready.value),
      h("output", { id: "selected" }, selected.value),
      ...(shown.value ? elements() : []),
    ];
  },
};

createApp(Portal).mount("#app");
