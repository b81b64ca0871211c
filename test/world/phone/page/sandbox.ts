/** Runs the mini-program's JavaScript without a browser around it, as the real client does. */

const language = new Set(
  `Object Array String Number Boolean Symbol BigInt Math JSON Date RegExp Map Set WeakMap WeakSet WeakRef FinalizationRegistry
  Promise Proxy Reflect Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError ArrayBuffer
  SharedArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array
  Float64Array BigInt64Array BigUint64Array Atomics Intl Iterator NaN Infinity undefined isNaN isFinite parseInt parseFloat
  encodeURI encodeURIComponent decodeURI decodeURIComponent escape unescape console`.split(/\s+/),
);

/** No code from strings: `new Function` throws, while `x instanceof Function` keeps working. */
// biome-ignore lint/suspicious/noShadowRestrictedNames: it stands in for Function, name included
const NoFunction = function Function() {
  throw new EvalError('Code generation from strings disallowed for this context');
};
NoFunction.prototype = Function.prototype;

let pending: (() => void)[] | undefined;
let timerDepth = 0;

/** Whether a timer's callback is on the stack: some of the client's functions want a tap and not a timer. */
export const insideTimer = () => timerDepth > 0;

/** The client stops JavaScript some seconds after it went to the background; what was due runs on return. */
export function suspendTimers(): void {
  pending ??= [];
}

export function resumeTimers(): void {
  const due = pending ?? [];
  pending = undefined;
  for (const run of due) run();
}

function timed(callback: (...values: unknown[]) => void, values: unknown[]): () => void {
  const run = () => {
    if (pending) {
      if (!pending.includes(run)) pending.push(run);
      return;
    }
    timerDepth += 1;
    try {
      callback(...values);
    } finally {
      timerDepth -= 1;
    }
  };
  return run;
}

type Timer = (callback: (...values: unknown[]) => void, delay?: number, ...values: unknown[]) => number;
const later: Timer = (callback, delay, ...values) => window.setTimeout(timed(callback, values), delay);
const repeatedly: Timer = (callback, delay, ...values) => window.setInterval(timed(callback, values), delay);

type Exports = { exports: unknown };
export type ModuleScope = Record<string, unknown>;

/**
 * @param sources JavaScript by path in the package, with extension
 * @param scope what modules see beside the language itself: wx, App, Page, …
 */
export function createModules(sources: Record<string, string>, scope: ModuleScope) {
  const loaded = new Map<string, Exports>();
  const global: Record<string, unknown> = {
    ...scope,
    setTimeout: later,
    setInterval: repeatedly,
    clearTimeout: (id?: number) => window.clearTimeout(id),
    clearInterval: (id?: number) => window.clearInterval(id),
    Function: NoFunction,
  };
  for (const name of language) global[name] = (globalThis as unknown as Record<string, unknown>)[name];
  global.globalThis = global;
  global.global = global;
  const given = Object.keys(global).filter((name) => name !== 'undefined');
  const parameters = ['require', 'module', 'exports', ...given, ...hiddenNames(new Set(given))];

  function load(path: string): unknown {
    const known = loaded.get(path);
    if (known) return known.exports;
    const source = sources[path];
    if (source === undefined) throw new Error(`module '${path}' is not defined`);
    const module: Exports = { exports: {} };
    loaded.set(path, module);
    const require = (request: string) => load(resolvePath(path, request));
    const body = `return (function () {\n${source}\n}).call(undefined)\n//# sourceURL=weapp/${path}`;
    new Function(...parameters, body)(require, module, module.exports, ...given.map((name) => global[name]));
    return module.exports;
  }
  return { load, has: (path: string) => path in sources };
}

/** Every name a browser's global object answers to and the real client's does not. */
function hiddenNames(given: Set<string>): string[] {
  const names = new Set<string>(['eval']);
  for (let at: object | null = window; at; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  }
  const reserved = new Set(['require', 'module', 'exports', 'undefined', 'NaN', 'Infinity', 'constructor']);
  return [...names].filter((name) => /^[A-Za-z_$][\w$]*$/.test(name) && !given.has(name) && !reserved.has(name));
}

export function resolvePath(from: string, request: string): string {
  const parts = request.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of request.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const path = parts.join('/');
  return path.endsWith('.js') ? path : `${path}.js`;
}
