import { parentPort, workerData } from 'node:worker_threads';
import { pathOf, routes } from '#shared/contract/routes.ts';
import { draftNumber } from '#shared/interview/answer.ts';
import { seeded } from '#shared/seeded.ts';

/** Whose interviews, for how long, against which API. */
export type Answering = {
  origin: string;
  people: { interviewId: string; token: string }[];
  questionIds: string[];
  seconds: number;
};
type Acknowledged = Record<string, { number: number; words: string }>;
/** `saves`, `ends`: milliseconds of each. `kept`: the newest save of every question that was acknowledged, by interview. */
export type Answered = {
  saves: number[];
  ends: number[];
  refused: Record<string, number>;
  kept: Record<string, Acknowledged>;
  ended: string[];
};

/** As the mini-program saves: after a pause, or within five seconds of somebody who does not pause. */
const pauses = { least: 800, most: 5000 };
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Everybody answers at once, each as one person does: one save under way, the next after a pause; in the end all end. */
async function answerAll({ origin, people, questionIds, seconds }: Answering): Promise<Answered> {
  const out: Answered = { saves: [], ends: [], refused: {}, kept: {}, ended: [] };
  const until = performance.now() + seconds * 1000;

  async function send(operation: 'interview.saveDraft' | 'interview.end', token: string, path: string, input: object) {
    const began = performance.now();
    const reply = await fetch(origin + path, {
      method: routes[operation].method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    const body = (await reply.json()) as { error?: { code: string } };
    out[operation === 'interview.end' ? 'ends' : 'saves'].push(performance.now() - began);
    if (reply.ok) return true;
    const code = body.error?.code ?? String(reply.status);
    out.refused[code] = (out.refused[code] ?? 0) + 1;
    return false;
  }

  async function live({ interviewId, token }: Answering['people'][number], seed: number): Promise<void> {
    const random = seeded(seed + 1);
    const kept: Acknowledged = {};
    out.kept[interviewId] = kept;
    const save = async (questionId: string, n: number, done: boolean) => {
      const words = `${interviewId} 第 ${n} 次:我先听客户说完,再复述一遍。`.repeat(1 + Math.floor(random() * 4));
      const number = draftNumber(1, n);
      const input = { attempt: 1, number, content: done ? sent(words) : { sent: [], typing: words, done } };
      const path = pathOf('interview.saveDraft', { interviewId, questionId });
      if (await send('interview.saveDraft', token, path, input)) kept[questionId] = { number, words };
    };
    let n = 0;
    while (performance.now() < until) {
      n += 1;
      await sleep(pauses.least + random() * (pauses.most - pauses.least));
      await save(questionIds[Math.floor(random() * questionIds.length)] ?? '', n, false);
    }
    n += 1;
    for (const id of questionIds) await save(id, n, true);
    const numbers = Object.fromEntries(Object.entries(kept).map(([id, { number }]) => [id, number]));
    const input = { operationId: `load-end-${interviewId}`, attempt: 1, numbers };
    if (await send('interview.end', token, pathOf('interview.end', { interviewId }), input))
      out.ended.push(interviewId);
  }

  await Promise.all(people.map(live));
  return out;
}

const sent = (words: string) => ({ sent: [words], typing: '', done: true });

parentPort?.postMessage(await answerAll(workerData as Answering));
