import { isDeepStrictEqual } from 'node:util';
import type { DraftContent } from '#shared/interview/draft.ts';
import type { HttpRequest, Sent } from '../../../../miniapp/src/api/caller.ts';
import { operationOf } from './network.ts';

/** One save as it was sent, and what a device heard of it. */
export type Save = { attempt: number; questionId: string; number: number; content: DraftContent; code: string };

/** What was asked and answered in one life, kept apart from what anybody believes of it. */
export function createHistory() {
  const saves: Save[] = [];
  const receipts = new Map<string, unknown>();
  const problems: string[] = [];
  let version = 0;
  let arrived = 0;

  return {
    saves,
    problems,
    /** How many requests were answered. */
    arrived: () => arrived,
    /** As the server answered, whether or not the answer arrives. */
    answered(request: HttpRequest, sent: Sent): void {
      arrived += 1;
      if (sent.kind !== 'answered' || sent.status !== 200) return;
      const operation = operationOf(request);
      const body = sent.body as Record<string, unknown>;
      if (operation === 'interview.get') {
        if (Number(body.version) < version) problems.push(`version ${String(body.version)} after ${version}`);
        version = Math.max(version, Number(body.version));
      }
      const { operationId } = (request.body ?? {}) as { operationId?: string };
      if (operationId === undefined) return;
      const { sync: _, ...receipt } = body;
      if (receipts.has(operationId) && !isDeepStrictEqual(receipts.get(operationId), receipt))
        problems.push(`${operation} ${operationId} was answered in two ways`);
      receipts.set(operationId, receipt);
    },
    /** As a device hears it. */
    heard(request: HttpRequest, sent: Sent): void {
      if (operationOf(request) !== 'interview.saveDraft') return;
      const questionId = new URL(request.url).pathname.split('/').at(-1) ?? '';
      saves.push({ ...(request.body as Omit<Save, 'code' | 'questionId'>), questionId, code: codeOf(sent) });
    },
  };
}
export type History = ReturnType<typeof createHistory>;

function codeOf(sent: Sent): string {
  if (sent.kind !== 'answered') return sent.kind;
  return sent.status === 200 ? 'saved' : ((sent.body as { error?: { code: string } }).error?.code ?? 'unknown');
}
