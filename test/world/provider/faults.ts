/**
 * What goes wrong at a simulated vendor.
 * `down`: answered 503, not handled. `timeout`: never answered, not handled. `unknown`: handled, then the socket is cut.
 * `errcode`: answered with that code, not handled (`-1` when none is given).
 */
export type Fault = {
  provider: string;
  /** The end of the path (`subscribe/send`, `gettoken`), for SMS the action; all of the provider's when absent. */
  api?: string;
  kind: 'down' | 'timeout' | 'unknown' | 'errcode';
  errcode?: number | string;
  /** How many calls it strikes; until the next `set` when absent. */
  next?: number;
};

export type Faults = {
  /** Replaces this provider's faults by its own among the given ones: the whole world's list can be passed. */
  set(faults: Fault[]): void;
  list(): Fault[];
  /** The fault that strikes this call, counted down. */
  take(api: string): Fault | undefined;
};

export function createFaults(provider: string): Faults {
  let active: Fault[] = [];
  return {
    set(faults) {
      active = faults.filter((fault) => fault.provider === provider).map((fault) => ({ ...fault }));
    },
    list: () => active.map((fault) => ({ ...fault })),
    take(api) {
      const fault = active.find((one) => one.next !== 0 && strikes(one, api));
      if (fault?.next !== undefined) fault.next -= 1;
      return fault;
    },
  };
}

const strikes = (fault: Fault, api: string): boolean =>
  fault.api === undefined || api === fault.api || api.endsWith(`/${fault.api}`);
