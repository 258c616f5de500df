// A portal's page in React 19: elements are tags like any other, properties and events included.
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

function Portal() {
  const [channel, setChannel] = useState("beta");
  const [shown, setShown] = useState(true);
  const [ready, setReady] = useState(0);
  const [selected, setSelected] = useState("");
  return (
    <>
      <button id="other" onClick={() => setChannel("alpha")}>Alpha</button>
      <button id="toggle" onClick={() => setShown(!shown)}>{shown ? "Hide" : "Show"}</button>
      <output id="ready">{ready}</output>
      <output id="selected">{selected}</output>
      {shown && <pace-goal channel={channel} loading="eager" onpace-ready={() => setReady((count) => count + 1)} />}
      {shown && <pace-leaderboard loading="eager" onpace-select={(event) => setSelected(event.detail?.id ?? "")} />}
    </>
  );
}

createRoot(document.getElementById("app")).render(
  <StrictMode>
    <Portal />
  </StrictMode>,
);
