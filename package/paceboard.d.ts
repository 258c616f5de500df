// Paceboard's elements for TypeScript: `import type {} from "paceboard"` in any module makes them
// known to document.querySelector() and to JSX.

/** Where a source's document is, and nothing else: markup names sources, only script gives addresses. */
export interface PaceSource {
  url: string;
}

export interface PaceToken {
  token: string;
  /** Seconds since 1970. */
  exp: number;
}

export interface PaceTokenRequest {
  source: string;
  reason: "first" | "expiry" | "rejected";
  /** Aborted when the answer is no longer waited for. */
  signal: AbortSignal;
}

export interface PaceOptions {
  sources?: Record<string, PaceSource>;
  /** `null` says that nobody is signed in, as does an error whose `status` is 401 or 403. */
  fetchToken?: (request: PaceTokenRequest) => PaceToken | null | Promise<PaceToken | null>;
  locale?: PaceLocale | null;
  currency?: string | null;
}

/** Chinese for all that begin with `zh`, English for all others. */
export type PaceLocale = "zh-CN" | "en" | (string & {});
export type PaceTheme = "light" | "dark" | "auto";
export type PaceDensity = "compact" | "normal";
export type PaceLoading = "lazy" | "eager";

/** Attributes, as strings; `refresh` in whole seconds, 0 for never. */
export interface PaceAttributes {
  source?: string;
  channel?: string;
  partner?: string;
  metric?: string;
  window?: string;
  theme?: PaceTheme;
  locale?: PaceLocale;
  density?: PaceDensity;
  loading?: PaceLoading;
  height?: "auto" | `${number}` | `${number}px` | number;
  refresh?: `${number}` | number;
}

export interface PaceFrameAttributes extends PaceAttributes {
  /** The address of embed.html, on the origin of the page or of the script; beside the script where it is left out. */
  src?: string;
  element?: "pace-leaderboard" | "pace-goal" | "pace-rank" | "pace-programme" | "pace-board";
}

/** Properties that mirror attributes: empty where there is none ("main" for `source`); null removes it. */
export interface PaceProperties {
  get source(): string;
  set source(value: string | null | undefined);
  get channel(): string;
  set channel(value: string | null | undefined);
  get partner(): string;
  set partner(value: string | null | undefined);
  get metric(): string;
  set metric(value: string | null | undefined);
  get window(): string;
  set window(value: string | null | undefined);
  get theme(): string;
  set theme(value: string | null | undefined);
  get locale(): string;
  set locale(value: string | null | undefined);
  get density(): string;
  set density(value: string | null | undefined);
  get loading(): string;
  set loading(value: string | null | undefined);
  get height(): string;
  set height(value: string | number | null | undefined);
  /** The attribute `refresh`; the method has that name, but setting that sets the attribute as well. */
  get refreshEvery(): string;
  set refreshEvery(value: string | number | null | undefined);
}

export type PaceErrorCode =
  | "unreachable"
  | "not-found"
  | "unauthorised"
  | "invalid-document"
  | "unknown-source"
  | "unknown-channel"
  | "blocked"
  | "failed";

export interface PaceEventMap {
  "pace-ready": CustomEvent<{ source: string; asOf: string | null }>;
  "pace-stale": CustomEvent<{ source: string; asOf: string | null; checkedAt: string | null }>;
  "pace-error": CustomEvent<{ code: PaceErrorCode; message: string; retryable: boolean; retryAt: string | null }>;
  "pace-select": CustomEvent<{ kind: "channel" | "partner"; id: string } | null>;
  "pace-window": CustomEvent<{ window: string; from: string; to: string }>;
  "pace-resize": CustomEvent<{ width: number; height: number }>;
  "pace-auth-required": CustomEvent<{ source: string }>;
}

type Listener<This, E> = ((this: This, event: E) => unknown) | { handleEvent(event: E): unknown };
type PaceEventMapOfElements = HTMLElementEventMap & PaceEventMap;

interface ElementBase extends HTMLElement, PaceProperties {
  addEventListener<K extends keyof PaceEventMapOfElements>(type: K, listener: Listener<this, PaceEventMapOfElements[K]>, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof PaceEventMapOfElements>(type: K, listener: Listener<this, PaceEventMapOfElements[K]>, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | EventListenerOptions): void;
}

export interface PaceElement extends ElementBase {
  refresh(): Promise<void>;
  exportCsv(): string;
  getState(): string;
  setState(query: string): void;
  destroy(): void;
}

export interface PaceFrameElement extends ElementBase {
  get src(): string;
  set src(value: string | null | undefined);
  get element(): string;
  set element(value: string | null | undefined);
  refresh(): Promise<void>;
  exportCsv(): Promise<string>;
  getState(): Promise<string>;
  setState(query: string): Promise<void>;
  destroy(): void;
}

export interface PaceboardApi {
  readonly version: string;
  /** The names of the elements' attributes. */
  readonly attributes: readonly string[];
  /** Replaces what it names; elements that are there follow. */
  configure(options: PaceOptions): void;
}

export declare const Paceboard: PaceboardApi;

// What JSX may put on any element, without the declarations of one framework.
interface JsxCommon<Element> {
  id?: string;
  class?: string;
  className?: string;
  title?: string;
  hidden?: boolean;
  slot?: string;
  lang?: string;
  dir?: string;
  role?: string;
  tabIndex?: number;
  style?: unknown;
  ref?: ((element: Element | null) => unknown) | { current: Element | null } | string | null;
  key?: string | number | bigint | null;
  /** Shown until the element shows something itself. */
  children?: unknown;
  [attribute: `data-${string}` | `aria-${string}`]: unknown;
  [handler: `on${string}`]: ((event: any) => void) | undefined;
}

type JsxProps<Attributes, Element = PaceElement> = { [K in keyof Attributes]: Attributes[K] | null } & {
  [K in keyof PaceEventMap as `on${K}`]?: (event: PaceEventMap[K]) => void;
} & JsxCommon<Element>;

interface PaceJsxElements {
  "pace-leaderboard": JsxProps<PaceAttributes>;
  "pace-goal": JsxProps<PaceAttributes>;
  "pace-rank": JsxProps<PaceAttributes>;
  "pace-programme": JsxProps<PaceAttributes>;
  "pace-board": JsxProps<PaceAttributes>;
  "pace-frame": JsxProps<PaceFrameAttributes, PaceFrameElement>;
}

declare global {
  var Paceboard: PaceboardApi;

  // Of window, document and all elements: the events bubble.
  interface GlobalEventHandlersEventMap extends PaceEventMap {}

  interface HTMLElementTagNameMap {
    "pace-leaderboard": PaceElement;
    "pace-goal": PaceElement;
    "pace-rank": PaceElement;
    "pace-programme": PaceElement;
    "pace-board": PaceElement;
    "pace-frame": PaceFrameElement;
  }

  namespace JSX {
    interface IntrinsicElements extends PaceJsxElements {}
  }
}

// React 19 looks for its elements here. Without React the module is simply not there.
// @ts-ignore
declare module "react" {
  namespace JSX {
    interface IntrinsicElements extends PaceJsxElements {}
  }
}
