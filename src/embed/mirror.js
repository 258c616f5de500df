// What all elements have in common: attributes, the properties that mirror them, events.
import { propertyOf } from "./names.js";

/**
 * Gives a class the property that mirrors `attribute`: empty where there is none, and removes it when
 * set to null. Where a method has the attribute's name, setting that name sets the attribute as well:
 * frameworks set any property that there is, and a method must not be lost to that.
 */
export function mirror(prototype, attribute) {
  const method = prototype[attribute];
  const define = (name, enumerable, get) => Object.defineProperty(prototype, name, { get, set, enumerable, configurable: true });
  function set(value) {
    if (value === null || value === undefined) this.removeAttribute(attribute);
    else this.setAttribute(attribute, value);
  }
  define(propertyOf(attribute), true, function () {
    return this.getAttribute(attribute) ?? (attribute === "source" ? "main" : "");
  });
  if (method) define(attribute, false, () => method);
}

/** A property that was set before the element's class was known hides the class's own: sets it again. */
export function upgrade(element, attribute) {
  for (const property of new Set([attribute, propertyOf(attribute)])) {
    if (!Object.hasOwn(element, property)) continue;
    const value = element[property];
    delete element[property];
    element[property] = value;
  }
}

/** Sends the event `pace-<name>` from an element. */
export function emit(element, name, detail) {
  element.dispatchEvent(new CustomEvent(`pace-${name}`, { detail, bubbles: true, composed: true }));
}
