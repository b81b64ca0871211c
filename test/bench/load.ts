import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { dynamoInterviews } from '#functions/adapters/dynamo/interviews.ts';
import { openTable } from '#functions/adapters/dynamo/table.ts';
import { wordsOf } from '#shared/interview/answer.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import type { World } from '#test/world/world.ts';
import type { Answered, Answering } from './answering.ts';
import { benchClient, questionIds } from './interviews.ts';
import { rounded } from './measure.ts';
import type { BenchRow } from './row.ts';

/** `LOAD=20,10`: 20 candidates for 10 seconds. */
const [candidates = 200, seconds = 120] = (process.env.LOAD ?? '200,120').split(',').map(Number);
const company = seed.company.companyId;
/** Who is invited at the same time while the scene is set. */
const atOnce = 10;
const warmUpSeconds = Math.min(10, seconds);
/** Times as much as before; what is loaded once was loaded in the warm-up. */
const grown = 1.2;

/** 200 people answer at once: nothing that was acknowledged is lost, and nothing is held on to. */
export async function benchLoad(world: World): Promise<BenchRow[]> {
  const client = benchClient(world);
  const invited = async (count: number, from: number) => {
    const people: Answering['people'] = [];
    for (let n = 0; n < count; n += atOnce) {
      const some = Array.from({ length: Math.min(atOnce, count - n) }, (_, i) => client.invited(from + n + i));
      const started = (await Promise.all(some)).map(async (one) => {
        await client.start(one);
        return one;
      });
      people.push(...(await Promise.all(started)));
    }
    await world.idle();
    return people;
  };
  const answering = (people: Answering['people'], forSeconds: number) =>
    inWorker({ origin: world.origin, people, questionIds, seconds: forSeconds });

  await answering(await invited(candidates, 0), warmUpSeconds);
  await world.idle();
  const people = await invited(candidates, candidates);
  const before = heapInUse();
  const answered = await answering(people, seconds);
  await world.idle();
  const after = heapInUse();
  const lost = await lostIn(world, answered);
  const of = `of ${answered.saves.length} by ${candidates} candidates in ${seconds} s`;
  const megabytes = (bytes: number) => rounded(bytes / 1e6, 1);
  return [
    {
      name: `saves acknowledged and not readable, ${of}`,
      value: lost.length,
      unit: '',
      aim: '0',
      ok: lost.length === 0,
    },
    {
      name: 'ends that were not taken, and refusals',
      value: candidates - answered.ended.length + Object.values(answered.refused).reduce((sum, n) => sum + n, 0),
      unit: '',
      aim: '0',
      ok: answered.ended.length === candidates && Object.keys(answered.refused).length === 0,
    },
    ...[
      { name: 'save', times: answered.saves },
      { name: 'end, all at once', times: answered.ends },
    ].flatMap(({ name, times }) =>
      [50, 99].map((share) => shown(`${name}, ${share} of 100 are faster`, percentile(times, share))),
    ),
    {
      name: `memory afterwards (before: ${megabytes(before)} MB)`,
      value: rounded(after / before),
      unit: 'times',
      aim: `≤ ${grown}`,
      ok: after / before <= grown,
    },
  ];
}

const shown = (name: string, ms: number): BenchRow => ({
  ...{ name, value: rounded(ms, 1), unit: 'ms' },
  ...{ aim: 'shown', ok: true },
});

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? Number.NaN;
}

/** Those who answer have a heap of their own: what is measured here is the world's. */
const inWorker = (workerData: Answering) =>
  new Promise<Answered>((resolve, reject) => {
    const worker = new Worker(new URL('./answering.ts', import.meta.url), { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
  });

function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** What was acknowledged and is not there, older than it was, or not in the end. */
async function lostIn(world: World, { kept, ended }: Answered): Promise<string[]> {
  const { region, table: name, credentials, endpoints } = world.config;
  const table = openTable({ name, region, clock: world.clock, endpoint: endpoints.dynamodb, credentials });
  const interviews = dynamoInterviews(table);
  const lost: string[] = [];
  for (const [interviewId, own] of Object.entries(kept)) {
    const [drafts, state] = await Promise.all([
      interviews.drafts(company, interviewId, 1),
      interviews.load(company, interviewId),
    ]);
    for (const [questionId, { number, words }] of Object.entries(own)) {
      const draft = drafts.find((one) => one.questionId === questionId);
      const said = draft?.content.sent.map(wordsOf).join('') ?? '';
      if (draft === undefined || draft.number < number || (draft.number === number && said !== words))
        lost.push(`${interviewId} ${questionId}`);
    }
    const isOver = state?.status === 'submitted' || state?.status === 'evaluated';
    if (ended.includes(interviewId) && !isOver) lost.push(`${interviewId} has no end`);
  }
  return lost;
}
