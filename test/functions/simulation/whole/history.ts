import { isDeepStrictEqual } from 'node:util';
import type { DraftContent } from '#shared/interview/draft.ts';

/** One save as it was sent, and what a device heard of it. */
export type Saved = {
  interviewId: string;
  attempt: number;
  questionId: string;
  number: number;
  content: DraftContent;
  code: string;
};
/** What was promised to somebody beside the words of an answer. */
export type Promised = { interviewId: string; version: number; what: string };

/** What is answered the same way every time. How a deletion stands, and how many messages may be sent, goes on meanwhile. */
function receiptOf(operation: string, { sync: _, dueAt, state, ...receipt }: Record<string, unknown>) {
  if (operation === 'interview.subscribe') return {};
  return /^(privacy|erasure)\./.test(operation) ? receipt : { ...receipt, dueAt, state };
}

/** Says nothing of the operation itself; `not_found`: whoever asked was deleted meanwhile. */
const passing = new Set(['unavailable', 'version_conflict', 'token_expired', 'unauthenticated', 'not_found']);

/** What was asked and answered in one life, kept apart from what anybody makes of it. */
export function createHistory({ problems, note }: { problems: string[]; note: (what: string) => void }) {
  const saves: Saved[] = [];
  const promised: Promised[] = [];
  const answers = new Map<string, { operation: string; receipt: unknown }>();
  const versions = new Map<string, number>();
  const clips: { interviewId: string; clipId: string; bytes: string }[] = [];
  const ends: { interviewId: string; attempt: number; numbers: Record<string, number> }[] = [];
  const booked: { interviewId: string; version: number; startsAt: string }[] = [];
  return {
    saves,
    promised,
    clips,
    booked,
    ends,
    /** What was done under an operation id is answered as before, and not refused. */
    refused(operation: string, operationId: string, code: string): void {
      if (answers.has(operationId) && !passing.has(code))
        problems.push(`${operation} ${operationId} was done, and is answered ${code}`);
    },
    /** An answer as it left a function that lived, heard or not. `alone`: nothing else was under way. */
    answered(operation: string, given: { operationId?: string | undefined; value: unknown; alone: boolean }): void {
      if (typeof given.value !== 'object' || given.value === null) return;
      const receipt = receiptOf(operation, given.value as Record<string, unknown>);
      const { interviewId, version } = receipt;
      const { operationId } = given;
      if (operationId !== undefined) {
        const known = answers.get(operationId);
        if (known !== undefined && !isDeepStrictEqual(known.receipt, receipt)) {
          note(`!! ${JSON.stringify(known.receipt)} and ${JSON.stringify(receipt)}`);
          problems.push(`${operation} ${operationId} was answered in two ways`);
        }
        answers.set(operationId, { operation, receipt });
      }
      if (typeof interviewId !== 'string' || typeof version !== 'number') return;
      if (operationId !== undefined) promised.push({ interviewId, version, what: operation });
      if (operation !== 'interview.get' || !given.alone) return;
      const last = versions.get(interviewId) ?? 0;
      if (version < last) problems.push(`${interviewId} is at version ${version} after ${last}`);
      versions.set(interviewId, Math.max(last, version));
    },
  };
}
