import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Fault } from './network.ts';
import { openStage, type Stage } from './stage.ts';
import { liveWhole } from './whole-life.ts';

const kinds: Fault[] = ['before', 'after', 'together', 'straggler'];
const together = 4;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

type Case = { told: string; faultOf: (n: number) => Fault; killAfter?: number };

async function problemsOf(cases: Case[]): Promise<string> {
  const left = [...cases];
  const failed: string[] = [];
  const worker = async () => {
    const lane = stage.lane();
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      const { problems, trace } = await liveWhole(stage, lane, one.faultOf, one.killAfter);
      if (problems.length > 0) failed.push([one.told, ...problems, '', ...trace].join('\n'));
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  return failed.join('\n\n');
}

it('cut at every request in turn: everything said is in the one end', async () => {
  const whole = await liveWhole(stage, stage.lane(), () => 'none');
  expect(whole.problems).toEqual([]);
  expect(whole.requests).toBeGreaterThan(14);
  const requests = Array.from({ length: whole.requests }, (_, n) => n);
  const cases = kinds.flatMap((kind) =>
    requests.map((cut): Case => ({ told: `${kind} at request ${cut}`, faultOf: (n) => (n === cut ? kind : 'none') })),
  );
  expect(await problemsOf(cases)).toBe('');
}, 120_000);

it('killed after every step in turn: what the phone had taken is in the one end', async () => {
  const { steps } = await liveWhole(stage, stage.lane(), () => 'none');
  const cases = Array.from(
    { length: steps },
    (_, killAfter): Case => ({
      told: `killed after step ${killAfter}`,
      faultOf: () => 'none',
      killAfter,
    }),
  );
  expect(await problemsOf(cases)).toBe('');
}, 120_000);
