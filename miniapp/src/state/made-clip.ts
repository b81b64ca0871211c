import type { Clip } from '#shared/interview/draft.ts';
import { clipEpoch, clipIdOf } from '#shared/interview/media.ts';
import type { ClipRecord } from './clip-journal.ts';

/** The first id of an opening that none of these clips has. */
export function nextClipId(epoch: number, ids: string[]): string {
  const used = ids.filter((id) => clipEpoch(id) === epoch).map((id) => Number(id.split('-')[1]));
  return clipIdOf(epoch, Math.max(0, ...used) + 1);
}

/** Of a recording that begins now. */
export const newRecord = (
  made: Pick<ClipRecord, 'interviewId' | 'attempt' | 'questionId' | 'clipId' | 'kind' | 'mime'>,
): ClipRecord => ({ ...made, parts: [], up: 0, seconds: 0, interruptions: 0, stage: 'open' });

/** What stands in an answer; undefined where nothing was recorded. */
export function clipOf(record: ClipRecord): Clip | undefined {
  const { clipId, kind, mime, seconds, parts, name } = record;
  if (parts.length === 0) return undefined;
  return {
    clipId,
    kind,
    mime,
    seconds: kind === 'file' ? 0 : Math.round(seconds * 10) / 10,
    parts: parts.length,
    bytes: parts.reduce((sum, size) => sum + size, 0),
    ...(name === undefined ? {} : { name }),
  };
}

type Made = Pick<ClipRecord, 'clipId' | 'questionId' | 'kind'> & { retaken?: boolean };

/** How often a question was recorded again: recordings that were in the answer once and are not any more. */
export function retakesUsed(questionId: string, handedIn: Made[], here: Made[], inAnswer: string[]): number {
  const ids = [...handedIn, ...here.filter((one) => one.retaken === true)]
    .filter((one) => one.questionId === questionId && one.kind !== 'file' && !inAnswer.includes(one.clipId))
    .map(({ clipId }) => clipId);
  return new Set(ids).size;
}
