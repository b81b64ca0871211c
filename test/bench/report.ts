import { setTimeout as wait } from 'node:timers/promises';
import { draftNumber } from '#shared/interview/answer.ts';
import { answers } from '#test/world/seeds/answers.ts';
import type { World } from '#test/world/world.ts';
import { benchClient, questionIds } from './interviews.ts';
import { median, milliseconds, rounded } from './measure.ts';
import type { BenchRow } from './row.ts';

const interviews = 8;
const lookEveryMs = 50;
const aimMs = 2000;

/** From the tap that ends an interview to the report on HR's screen, with the embedded scorer and all that lies between. */
export async function benchReport(world: World): Promise<BenchRow[]> {
  const client = benchClient(world);
  const took: number[] = [];
  for (let n = 0; n < interviews; n += 1) {
    const interview = await client.invited(8000 + n);
    await client.start(interview);
    for (const [id, sent] of Object.entries(answers.strong)) {
      await client.save(interview, id, 1, { sent: [...sent], typing: '', done: true });
    }
    await world.idle();
    const numbers = Object.fromEntries(questionIds.map((id) => [id, draftNumber(1, 1)]));
    took.push(
      await milliseconds(async () => {
        await client.end(interview, numbers);
        while ((await client.reviewed(interview)).report === null) await wait(lookEveryMs);
      }),
    );
    await world.idle();
  }
  // The first one pays for what is loaded once.
  const value = median(took.slice(1));
  return [
    {
      name: `from the end to the report on HR's screen, ${questionIds.length} answers`,
      value: rounded(value, 0),
      unit: 'ms',
      aim: `≤ ${aimMs}`,
      ok: value <= aimMs,
    },
  ];
}
