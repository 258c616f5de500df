// What an element says when there is no program to say it.
import { explain, isBlocked } from "../explain.js";

/**
 * A load that failed, as `pace-error` has it: `{ code, words, retryable, cause }`, the words in
 * Chinese and in English. `violations` are those of a policy against files of ours.
 */
export function describe(error, violations) {
  const blocked = violations.length > 0 || isBlocked(error, violations);
  return { code: blocked ? "blocked" : "failed", words: explain(error, violations), retryable: !blocked, cause: error };
}

/** Says above what an element shows that nothing of it will change any more, and how to go on. */
export function showPanic(root, [zh, en]) {
  const box = document.createElement("section");
  box.className = "panic";
  box.setAttribute("role", "alert");
  const line = document.createElement("p");
  line.textContent = `${zh} ${en}`;
  const button = document.createElement("button");
  button.className = "button button--primary";
  button.type = "button";
  button.textContent = "重新加载 · Reload";
  button.onclick = () => location.reload();
  box.append(line, button);
  root.prepend(box);
}
