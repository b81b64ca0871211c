import { type OperationId, routes } from '#shared/contract/routes.ts';
import type { Send, Sent } from '../../../../miniapp/src/api/caller.ts';
import type { UploadResult } from '../../../../miniapp/src/platform/upload.ts';
import type { Random } from '../random.ts';
import type { Timeline } from './timeline.ts';

/**
 * What the network does to one request. `before`: it never arrives. `after`: done, and the reply is lost. `timeout`: done,
 * and the gateway answers that it was not. `twice`: a copy arrives later. `together`: both at one instant. `late`: others
 * sent after it arrive first. `straggler`: the device has given it up when it arrives.
 */
export const faultKinds = ['before', 'after', 'timeout', 'twice', 'together', 'late', 'straggler'] as const;
export type Fault = 'none' | (typeof faultKinds)[number];
export type FaultOf = (n: number, operation: string) => Fault;

const patience = 10_000;

/** Every way from a device to the server: requests, sign-ins, parts of recordings. */
export function createNetwork(timeline: Timeline, random: Random, faultOf: FaultOf) {
  let carried = 0;
  const seen = new Set<string>();

  async function carry<T>(what: string, deliver: () => Promise<T>, lost: Lost<T>): Promise<T> {
    const n = carried++;
    const fault = faultOf(n, what);
    const [there, back] = [10 + random.below(60), 10 + random.below(60)];
    const later = 1_000 + random.below(20_000);
    if (fault !== 'none') seen.add(`${what} ${fault}`);
    const arrive = () => timeline.real(deliver);
    const arriveAfter = (ms: number) => timeline.timers.set(() => void arrive(), ms);
    await timeline.wait(there);
    if (fault === 'before') return lost.offline;
    if (fault === 'straggler') {
      arriveAfter(patience + later);
      await timeline.wait(patience);
      return lost.unknown;
    }
    if (fault === 'late') await timeline.wait(later);
    if (fault === 'twice') arriveAfter(later);
    const [answer] = await timeline.real(() =>
      Promise.all(fault === 'together' ? [deliver(), deliver()] : [deliver()]),
    );
    await timeline.wait(fault === 'after' ? patience : back);
    if (fault === 'after') return lost.unknown;
    return fault === 'timeout' ? lost.timeout : answer;
  }

  return {
    /** What was done to which operations. */
    seen,
    carried: () => carried,
    send:
      (deliver: Send): Send =>
      (request) =>
        carry(operationOf(request), () => deliver(request), answers),
    carry: (what: string, deliver: () => Promise<Sent>) => carry(what, deliver, answers),
    upload: (deliver: () => Promise<UploadResult>) => carry('upload', deliver, uploads),
  };
}
export type Network = ReturnType<typeof createNetwork>;

type Lost<T> = Record<'offline' | 'unknown' | 'timeout', T>;
const answers: Lost<Sent> = {
  offline: { kind: 'offline' },
  unknown: { kind: 'unknown' },
  timeout: { kind: 'answered', status: 503, headers: {}, body: { message: 'Service Unavailable' } },
};
const cut: UploadResult = { ok: false, kind: 'offline' };
const uploads: Lost<UploadResult> = { offline: cut, unknown: cut, timeout: { ...cut, status: 503 } };

const patterns = Object.entries(routes).map(([operation, { method, path }]) => ({
  operation: operation as OperationId,
  method,
  path: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
}));

/** The operation that a request is for. */
export function operationOf({ method, url }: { method: string; url: string }): OperationId | 'unknown' {
  const { pathname } = new URL(url);
  return patterns.find((one) => one.method === method && one.path.test(pathname))?.operation ?? 'unknown';
}
