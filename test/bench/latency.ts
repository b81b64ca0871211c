import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { openTable } from '#functions/adapters/dynamo/table.ts';
import { draftNumber } from '#shared/interview/answer.ts';
import type { World } from '#test/world/world.ts';
import { benchClient, questionIds } from './interviews.ts';
import { median, milliseconds, rounded } from './measure.ts';
import type { BenchRow } from './row.ts';

const saves = 300;
const interviews = 12;
const answer = '我先把客户的顾虑复述一遍,再问他比较的是哪一款、看重什么。'.repeat(4);

/** What a candidate waits for, each against a bare SDK `UpdateItem` on the same store, taken in turns. */
export async function benchLatency(world: World): Promise<BenchRow[]> {
  const { region, table: name, credentials, endpoints } = world.config;
  const table = openTable({ name, region, clock: world.clock, endpoint: endpoints.dynamodb, credentials });
  const bare = (n: number) =>
    table.send(
      new UpdateCommand({
        TableName: name,
        Key: { pk: 'bench', sk: 'BARE' },
        UpdateExpression: 'SET #n = :n, content = :content, savedAt = :at',
        ConditionExpression: 'attribute_not_exists(pk) OR #n < :n',
        ExpressionAttributeNames: { '#n': 'number' },
        ExpressionAttributeValues: {
          ':n': n,
          ':content': { sent: [], typing: answer, done: false },
          ':at': world.clock.now().toISOString(),
        },
      }),
    );
  const client = benchClient(world);
  const started: number[] = [];
  const ended: number[] = [];
  const bares: number[] = [];
  const saved: number[] = [];
  const ready = await Promise.all(Array.from({ length: interviews }, (_, n) => client.invited(n)));
  await world.idle();
  for (const interview of ready) started.push(await milliseconds(() => client.start(interview)));
  await world.idle();
  const [first] = ready;
  if (first === undefined) throw new Error('no interview');
  for (let n = 1; n <= saves; n += 1) {
    const content = { sent: [], typing: answer.slice(0, n), done: false };
    saved.push(await milliseconds(() => client.save(first, questionIds[0] ?? '', n, content)));
    bares.push(await milliseconds(() => bare(n)));
  }
  for (const interview of ready) {
    const from = interview === first ? saves + 1 : 1;
    for (const id of questionIds) await client.save(interview, id, from, { sent: [answer], typing: '', done: true });
    const numbers = Object.fromEntries(questionIds.map((id) => [id, draftNumber(1, from)]));
    ended.push(await milliseconds(() => client.end(interview, numbers)));
    await world.idle();
  }
  const yardstick = median(bares.slice(20));
  const against = (figure: string, times: number[], aim: number | undefined): BenchRow => {
    const value = rounded(median(times) / yardstick);
    const ok = aim === undefined || value <= aim;
    return {
      name: `${figure} over HTTP / bare UpdateItem`,
      value,
      unit: '×',
      aim: aim === undefined ? 'shown' : `≤ ${aim}`,
      ok,
    };
  };
  return [
    { name: 'bare UpdateItem', value: rounded(yardstick), unit: 'ms', aim: 'yardstick', ok: true },
    against('autosave', saved.slice(20), 2),
    against('start', started, undefined),
    against('end, status in sync', ended, undefined),
  ];
}
