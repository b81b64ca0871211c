import { askSubscription } from '#platform/subscription.ts';
import { call } from '../api/call.ts';
import { newOperationId } from '../api/operation-id.ts';
import { retrying, wait } from '../api/retry.ts';
import { config } from '../config.ts';

type Kind = keyof typeof config.templates;

/** A slow answer holds nothing up: what is booked goes through, and later messages profit. */
const longestMs = 6000;

/**
 * Asks for one message of each kind and reports what was accepted. Must be called in the tap itself: WeChat gives the
 * question only there. Resolves when that is through, or when it took too long.
 */
export function askMessages(interviewId: string, kinds: readonly Kind[]): Promise<unknown> {
  const templates = Object.fromEntries(kinds.map((kind) => [kind, config.templates[kind]]));
  const asked = askSubscription(templates as Record<Kind, string>).then(async (accepted) => {
    if (accepted.length === 0) return;
    const operationId = newOperationId();
    await retrying(() => call('interview.subscribe', { params: { interviewId }, input: { operationId, accepted } }));
  });
  return Promise.race([asked, wait(longestMs)]);
}
