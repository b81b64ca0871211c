/** How every asynchronous function of the client answers: callbacks, or a promise where none is given. */
import { guarded, phone } from '../state.ts';

export type Options = Record<string, unknown> & {
  success?: (result: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (result: unknown) => void;
};

/** A refusal with the client's own words after `name:fail `. */
export class ApiError extends Error {
  readonly extra: Record<string, unknown>;
  constructor(message: string, extra: Record<string, unknown> = {}) {
    super(message);
    this.extra = extra;
  }
}

type Run = (options: Options) => unknown;

export function api(name: string, run: Run) {
  return (options: Options = {}): Promise<unknown> | undefined => {
    const work = (async () => run(options))().then(
      (result) => ({ ...(typeof result === 'object' ? result : {}), errMsg: `${name}:ok` }),
      (error: unknown) => {
        const extra = error instanceof ApiError ? error.extra : {};
        const words = error instanceof Error && error.message ? ` ${error.message}` : '';
        // What the client rejects with is plain data, not an Error.
        return Promise.reject({ ...extra, errMsg: `${name}:fail${words}` });
      },
    );
    return answer(work, options);
  };
}

export function answer(work: Promise<unknown>, { success, fail, complete }: Options): Promise<unknown> | undefined {
  if (!success && !fail && !complete) return work;
  const tell = (listener: ((value: unknown) => void) | undefined, value: unknown) => {
    if (listener && !phone.dead) guarded(() => listener(value));
  };
  work.then(
    (result) => {
      tell(success, result);
      tell(complete, result);
    },
    (error) => {
      tell(fail, error);
      tell(complete, error);
    },
  );
  return undefined;
}
