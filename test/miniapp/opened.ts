import { afterEach, beforeEach, vi } from 'vitest';
import { createDevice } from './device.ts';
import { createFakeServer, type Fault, interviewId } from './fake-server.ts';

/** Every test of the file begins on the same morning, and time passes as it is told. */
export function tellTime(): void {
  beforeEach(() => vi.useFakeTimers({ now: new Date('2026-03-02T01:00:00Z') }));
  afterEach(() => vi.useRealTimers());
}

export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Lets time pass until it is done. */
export async function settle<T>(work: Promise<T>): Promise<T> {
  let done = false;
  const watched = work.finally(() => {
    done = true;
  });
  for (let i = 0; i < 1000 && !done; i++) await pass(100);
  return watched;
}

/** A candidate who has just begun, with the interview's page open. */
export async function opened(fault?: (operation: string) => Fault) {
  const server = createFakeServer(fault);
  const device = createDevice(server);
  const consents = [{ purpose: 'ai_evaluation' as const, version: '1', granted: true }];
  const begun = await settle(
    server.call('interview.start', { params: { interviewId }, input: { operationId: 'op_start01', consents } }),
  );
  if (!begun.ok) throw new Error('not started');
  const room = device.open(begun.value);
  await settle(room.load());
  return { server, device, room };
}
