import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Room } from '../../miniapp/src/state/room.ts';
import { createDevice } from './device.ts';
import { createFakeServer, type Fault, interviewId, questionIds } from './fake-server.ts';

/** More by `MIANLIAO_RUNS`; a failing seed and path are printed by fast-check. */
const runs = Number(process.env.MIANLIAO_RUNS ?? 500);

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-03-02T01:00:00Z') }));
afterEach(() => vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

async function settle<T>(work: Promise<T>): Promise<T> {
  let done = false;
  const watched = work.finally(() => {
    done = true;
  });
  for (let i = 0; i < 1000 && !done; i++) await pass(100);
  return watched;
}

type Step =
  | { do: 'type'; question: number; text: string }
  | { do: 'send' | 'finish' | 'reopen'; question: number }
  | { do: 'wait'; ms: number }
  | { do: 'kill' };

const question = fc.nat({ max: questionIds.length - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      question,
      text: fc.string({ maxLength: 8, unit: 'grapheme' }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('send' as const, 'finish' as const, 'reopen' as const), question }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 4000 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const) }) },
);
const fault = fc.oneof(
  { weight: 5, arbitrary: fc.constant('none' as Fault) },
  { weight: 2, arbitrary: fc.constant('before' as Fault) },
  { weight: 2, arbitrary: fc.constant('after' as Fault) },
);

test('whatever the network does and whenever the app is killed: every word typed is in the one end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.array(fault, { maxLength: 60 }),
      fc.boolean(),
      async (steps, faults, killInEnd) => {
        let broken = false;
        const left = [...faults];
        const server = createFakeServer(() => (broken ? (left.shift() ?? 'none') : 'none'));
        const device = createDevice(server.call);
        const consents = [{ purpose: 'ai_evaluation' as const, version: '1', granted: true }];
        const begun = await settle(
          server.call('interview.start', { params: { interviewId }, input: { operationId: 'op_start01', consents } }),
        );
        if (!begun.ok) throw new Error('not started');
        let room: Room = device.open(begun.value);
        await settle(room.load());
        broken = true;

        async function comeBack() {
          device.kill();
          room = device.open();
          for (let tries = 0; tries < 40 && room.state().phase !== 'open'; tries++) {
            if (room.state().phase === 'asking') await settle(room.choose('continue'));
            else await settle(room.load());
          }
          expect(room.state().phase).toBe('open');
        }

        const texts = () => questionIds.map((id) => room.content(id));
        for (const one of steps) {
          if (one.do === 'wait') await pass(one.ms);
          else if (one.do === 'kill') {
            await pass(17);
            const before = texts();
            await comeBack();
            expect(texts()).toEqual(before);
          } else {
            const id = questionIds[one.question] ?? '';
            if (one.do === 'type') room.type(id, one.text);
            else room[one.do](id);
          }
        }

        const meant = texts();
        room.end();
        if (killInEnd) {
          await pass(30);
          device.kill();
          device.endings().wake();
        }
        broken = left.length > 0;
        // A reply lost after the commit leaves the end pending until the next try, so the server's status is not enough.
        const underWay = () => server.state().status === 'in_progress' || device.endings().isPending(interviewId);
        for (let i = 0; i < 60 && underWay(); i++) await pass(10_000);

        expect(questionIds.map((id) => server.draft(id)?.content)).toEqual(meant);
        expect(server.events.filter((event) => event.type === 'ended')).toHaveLength(1);
        expect(device.endings().isPending(interviewId)).toBe(false);
      },
    ),
    { numRuns: runs },
  );
}, 110_000);
