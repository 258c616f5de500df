// A portal's page in React 19: elements are tags like any other, properties and events included.
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

function Portal() {
  const [channel, setChannel] = useState("beta");
  const [shown, setShown] = useState(true);
  const [ready, setReady] = useState(0);
  const [selected, setSelected] = useState("");
  const [often, setOften] = useState(false);
  return (
    <>
      <button id="other" onClick={() => setChannel("alpha")}>Alpha</button>
      <button id="toggle" onClick={() => setShown(!shown)}>{shown ? "Hide" : "Show"}</button>
      <button id="often" onClick={() => setOften(!often)}>{often ? "Usual" : "Often"}</button>
      <output id="ready">{ready}</output>
      <output id="selected">{selected}</output>
      {shown && <pace-goal channel={channel} loading="eager" onpace-ready={() => setReady((count) => count + 1)} />}
      {shown && <pace-leaderboard loading="eager" window="7d" density="compact" height={400} refresh={often ? 60 : undefined} onpace-select={(event) => setSelected(event.detail?.id ?? "")} />}
    </>
  );
}

createRoot(document.getElementById("app")).render(
  <StrictMode>
    <Portal />
  </StrictMode>,
);
