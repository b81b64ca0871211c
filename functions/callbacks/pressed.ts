import type { PushedEvent } from '#functions/ports/callbacks.ts';
import type { CallbackDeps, Received } from './receive.ts';

type Press = Extract<PushedEvent, { type: 'card' }>;

/** A button pressed by somebody who works for a company here, on a card that we know. */
export async function pressed(
  { identities, cards }: Pick<CallbackDeps, 'identities' | 'cards'>,
  { corpid, userid, taskId, key, responseCode }: Press,
): Promise<Received> {
  const member = await identities.byWecom(corpid, userid);
  const onCard = cards(taskId);
  if (member === undefined || onCard === undefined) return { outcome: 'ignored' };
  const done = await onCard({ ...member, taskId, key, responseCode });
  return done === undefined ? { outcome: 'ignored' } : { outcome: 'done', says: done.says };
}
