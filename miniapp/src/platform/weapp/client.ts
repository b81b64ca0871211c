import type { CaptureError } from '../capture.ts';

/** The client's own object: Taro neither types nor wraps all of it, and in WeCom parts of it are absent. */
declare const wx: Record<string, unknown> | undefined;

export type Failure = { errMsg: string; errno?: number };

export const has = (name: string): boolean => typeof wx !== 'undefined' && typeof wx[name] === 'function';

/** A function of `wx` that answers by callbacks. Rejects with a `Failure`; its words are `<name>:fail absent` where there is none. */
export function ask<T>(name: string, options: object = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    if (typeof wx === 'undefined' || !has(name)) return reject({ errMsg: `${name}:fail absent` });
    (wx[name] as (given: object) => unknown)({ ...options, success: resolve, fail: reject });
  });
}

/** A function of `wx` that answers at once; undefined where there is none. */
export function now<T>(name: string): T | undefined {
  return typeof wx !== 'undefined' && has(name) ? (wx[name] as () => T)() : undefined;
}

export function failureOf(error: unknown): Failure {
  const { errMsg = String(error), errno } = (error ?? {}) as Partial<Failure>;
  return { errMsg, ...(errno === undefined ? {} : { errno }) };
}

/** errno 112: not in the privacy guide; 103 and 104: the person said no. Older clients say it in words only. */
export function codeOf(error: unknown): CaptureError {
  const { errMsg, errno } = failureOf(error);
  if (errno === 112 || /not declared in the privacy/i.test(errMsg)) return 'undeclared';
  if (errno === 103 || errno === 104 || /auth|deny|denied|not authorized|permission/i.test(errMsg)) return 'denied';
  if (/recording or paused|is recording|busy|occupied/i.test(errMsg)) return 'busy';
  if (/absent|not support/i.test(errMsg)) return 'absent';
  return 'failed';
}
