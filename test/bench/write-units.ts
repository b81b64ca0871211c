import { draftNumber } from '#shared/interview/answer.ts';
import type { World } from '#test/world/world.ts';
import { benchClient, questionIds } from './interviews.ts';
import { rounded } from './measure.ts';
import type { BenchRow } from './row.ts';

const autosaves = 60;
const sentence = '我会先问清楚他比的是哪一款,再按总成本算给他看,例如上一年我用这个办法把续约率从六成做到八成。';

/** What one interview costs in DynamoDB's own consumed capacity: from invitation to the report, projections and indexes included. */
export async function benchWriteUnits(world: World): Promise<BenchRow[]> {
  const client = benchClient(world);
  const rows: BenchRow[] = [];
  for (const [characters, aim] of [
    [300, 500],
    [1000, undefined],
  ] as const) {
    await world.idle();
    const meter = world.dynamo.meter();
    meter.start();
    const interview = await client.invited(5000 + characters);
    await client.start(interview);
    const full = sentence.repeat(Math.ceil(characters / sentence.length)).slice(0, characters);
    const each = autosaves / questionIds.length;
    for (const id of questionIds) {
      for (let n = 1; n <= each; n += 1) {
        const done = n === each;
        const typed = full.slice(0, Math.ceil((characters * n) / each));
        await client.save(interview, id, n, { sent: done ? [full] : [], typing: done ? '' : typed, done });
      }
    }
    await client.end(interview, Object.fromEntries(questionIds.map((id) => [id, draftNumber(1, each)])));
    await world.idle();
    const { write } = meter.stop();
    rows.push({
      name: `write units per interview, answers of ${characters} characters, ${autosaves} autosaves`,
      value: rounded(write, 0),
      unit: 'WCU',
      aim: aim === undefined ? 'shown' : `≤ ${aim}`,
      ok: aim === undefined || write <= aim,
    });
  }
  return rows;
}
