// What all messages between a page and the frame in it have in common. Both sides look at all that
// comes in; what is of another version, of an unknown type or of another shape is dropped. The
// types are in from-frame.js and from-page.js: each side carries only what it has to check.
//
// Only `hello` and `init` go from window to window, and `init` brings the port for all the rest.

import { customProperties } from "../names.js";

const VERSION = 1;

/** What a frame takes over from the page's style. */
export const looks = ["color-scheme", ...customProperties];

/** Pixels. No content is taller; what claims to be grows without end. */
export const TALLEST = 32_000;

// Tests of one value.
export const text = (value) => typeof value === "string";
export const flag = (value) => typeof value === "boolean";
export const number = Number.isFinite;
export const between = (least, most) => (value) => number(value) && value >= least && value <= most;
export const maybe = (test) => (value) => value === null || test(value);
export const oneOf = (names) => (value) => names.includes(value);

const plain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** An object of which each name and each value passes its test. */
export const record = (name, test) => (value) => plain(value) && Object.entries(value).every(([key, it]) => name(key) && test(it));

/** An object that has at least these fields, each with a value that passes its test. */
export const fields = (tests) => (value) => plain(value) && Object.keys(tests).every((key) => tests[key](value[key]));

/** A message of this version, ready to be posted. */
export const message = (type, content) => ({ ...content, paceboard: VERSION, type });

/** Whether `data` is a message of this version and of one of `types`, which gives tests by type and field. */
export const isMessage = (data, types) => data?.paceboard === VERSION && Object.hasOwn(types, data.type) && fields(types[data.type])(data);
