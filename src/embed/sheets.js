// Style sheets of shadow roots. One that script makes is good in a single document, and is taken off
// an element that is adopted into another: each document has its own.
const made = new WeakMap(); // By document, then by what the sheet says.

function sheetOf(text, document) {
  const sheets = made.get(document) ?? {};
  made.set(document, sheets);
  if (!sheets[text]) (sheets[text] = new document.defaultView.CSSStyleSheet()).replaceSync(text);
  return sheets[text];
}

/** Has a shadow root wear style sheets of these texts, in whatever document it is by now. */
export function dress(root, ...texts) {
  const { ownerDocument } = root;
  // One without a window shows nothing; an element that leaves it is adopted once more.
  if (ownerDocument.defaultView) root.adoptedStyleSheets = texts.map((text) => sheetOf(text, ownerDocument));
}
