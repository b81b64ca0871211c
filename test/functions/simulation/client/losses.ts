import { isDeepStrictEqual } from 'node:util';
import { copiesOf, copyNames } from '#shared/application/copies.ts';
import { clipsOf } from '#shared/interview/answer.ts';
import { company } from '#test/functions/journeys/test-world.ts';
import type { History, Save } from './history.ts';
import type { Phone } from './phone.ts';
import { questionIds } from './small-interview.ts';
import type { Lane } from './stage.ts';
import { draftOf, endsOf, type Truth } from './truth.ts';

/** What was acknowledged and cannot be read, or was written and is nowhere any more. */
export function lossesOf(truth: Truth, history: History, phones: Phone[]): string[] {
  const everywhere = JSON.stringify([truth.attempts, phones.map(({ device }) => valuesOf(device.storage))]);
  const words = phones.flatMap((phone) => phone.words()).filter((word) => !everywhere.includes(word));
  const saves = truth.attempts.flatMap((_, i) =>
    questionIds.flatMap((id) => {
      const own = history.saves.filter((save) => save.attempt === i + 1 && save.questionId === id);
      return lostSave(truth, i + 1, id, own);
    }),
  );
  const ends = endsOf(truth).length;
  return [
    ...words.map((word) => `「${word}」 is gone`),
    ...saves,
    ...(ends > 1 ? [`ended ${ends} times`] : []),
    ...history.problems,
  ];
}

const valuesOf = (storage: Phone['device']['storage']) => storage.keys().map((key) => storage.get(key));

function lostSave(truth: Truth, attempt: number, questionId: string, saves: Save[]): string[] {
  const newest = Math.max(0, ...saves.filter(({ code }) => code === 'saved').map(({ number }) => number));
  const kept = draftOf(truth, attempt, questionId);
  const holds = saves.some(
    ({ number, content }) => number >= newest && kept !== undefined && isDeepStrictEqual(content, kept.content),
  );
  return newest === 0 || holds
    ? []
    : [`${attempt}/${questionId}: ${newest} was acknowledged, there is ${JSON.stringify(kept)}`];
}

/** Recordings of the answers as they stand, whose bytes are not all in the store. */
export function lostRecordings(truth: Truth, stored: Map<string, number[]>, phones: Phone[]): string[] {
  const { attempt } = truth.state;
  const spoken = new Map(phones.flatMap((phone) => [...phone.spoken]));
  return questionIds.flatMap((id) =>
    clipsOf(draftOf(truth, attempt, id)?.content ?? { sent: [], typing: '', done: false }).flatMap(
      ({ clipId, parts }) => {
        const said = spoken.get(clipId);
        if (!truth.clips.some((clip) => clip.clipId === clipId)) return [`${clipId} was never handed in`];
        const folder = [...stored.keys()].find((key) => key.includes(`/${attempt}/${id}/${clipId}/`));
        const root = folder?.slice(0, folder.lastIndexOf('/'));
        const heard = Array.from({ length: parts }, (_, part) =>
          stored.get(`${root}/${String(part).padStart(5, '0')}`),
        );
        return isDeepStrictEqual(heard.flat(), said) ? [] : [`${clipId}: said ${said}, kept ${heard}`];
      },
    ),
  );
}

/** Copies of the status that are not what the events say. */
export async function driftOf({ interviews, copies }: Lane, interviewId: string): Promise<string[]> {
  const wanted = copiesOf(await interviews.history(company, interviewId));
  if (wanted === undefined) return ['no history'];
  const stored = await copies.read(company, wanted.state);
  return copyNames.flatMap((name) => {
    const copy = stored.find((one) => one.copy === name);
    const agrees = copy?.version === wanted.state.version && isDeepStrictEqual(copy.value, wanted.values[name]);
    return agrees ? [] : [`${name} does not agree with the events`];
  });
}
