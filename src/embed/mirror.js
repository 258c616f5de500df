// What all elements have in common: attributes, the properties that mirror them, events.
import { propertyOf } from "./names.js";

/** Gives a class the property that mirrors `attribute`: empty where there is none, and removes it when set to null. */
export function mirror(prototype, attribute) {
  Object.defineProperty(prototype, propertyOf(attribute), {
    get() {
      return this.getAttribute(attribute) ?? (attribute === "source" ? "main" : "");
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
    enumerable: true,
    configurable: true,
  });
}

/** A property that was set before the element's class was known hides the class's own: sets it again. */
export function upgrade(element, attribute) {
  const property = propertyOf(attribute);
  if (!Object.hasOwn(element, property)) return;
  const value = element[property];
  delete element[property];
  element[property] = value;
}

/** Sends the event `pace-<name>` from an element. */
export function emit(element, name, detail) {
  element.dispatchEvent(new CustomEvent(`pace-${name}`, { detail, bubbles: true, composed: true }));
}
