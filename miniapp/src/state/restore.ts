import { draftNumber, emptyDraft } from '#shared/interview/answer.ts';
import type { DraftContent } from '#shared/interview/draft.ts';
import { canFinish, sameBubble, withSeconds } from './edits.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Entry } from './journal.ts';

export type ServerDraft = { questionId: string; number: number; content: DraftContent };
export type Restored = {
  entries: Record<string, Entry>;
  /** What stood on this device only, where another device has gone on since: to look at, never to overwrite with. */
  beside: { questionId: string; content: DraftContent }[];
};

type Sources = {
  questionIds: string[];
  epoch: number;
  drafts: ServerDraft[];
  /** This device's entries of the same attempt. */
  local(questionId: string): Entry | undefined;
};

/**
 * The answers to go on from: the server's, unless this device has something that never arrived and the server still
 * holds what this device last knew of. (Numbers do not tell: a resume raises them all.)
 */
export function restore({ questionIds, epoch, drafts, local }: Sources): Restored {
  const entries: Restored['entries'] = {};
  const beside: Restored['beside'] = [];
  for (const questionId of questionIds) {
    const server = drafts.find((draft) => draft.questionId === questionId);
    const number = server?.number ?? 0;
    const content = server?.content ?? emptyDraft;
    const here = local(questionId);
    const unsent = here !== undefined && here.acknowledged < here.number && !sameContent(here.content, content);
    const theirs = fingerprintOf(content);
    // Time that was used stays used, whoever else went on; it goes along with the next save.
    const used = (chosen: DraftContent) => longest(chosen, content, here?.content);
    if (unsent && here.seen.includes(theirs)) {
      entries[questionId] = {
        number: draftNumber(epoch, 1),
        content: used(here.content),
        acknowledged: number,
        seen: [theirs],
      };
    } else {
      entries[questionId] = { number, content: used(content), acknowledged: number, seen: [theirs] };
      if (unsent && canFinish(here.content)) beside.push({ questionId, content: here.content });
    }
  }
  return { entries, beside };
}

function longest(chosen: DraftContent, ...others: (DraftContent | undefined)[]): DraftContent {
  const known = others.flatMap((one) => one?.seconds ?? []);
  return known.length === 0 ? chosen : withSeconds(chosen, Math.max(...known));
}

/** Says the same, whatever time it took. */
export const sameContent = (a: DraftContent, b: DraftContent): boolean =>
  a.done === b.done &&
  a.typing === b.typing &&
  a.sent.length === b.sent.length &&
  a.sent.every((bubble, i) => sameBubble(bubble, b.sent[i]));
