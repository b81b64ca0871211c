import type { Request } from '#functions/http/request.ts';
import type { CandidateActor, Clock, Inbox } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';

/** Marks messages as read, or all of them; when each was first read stays. */
export async function read(
  { inbox, clock }: { inbox: Inbox; clock: Clock },
  { actor, input }: Request<'message.read', CandidateActor>,
) {
  const { company, candidateId } = actor;
  const at = clock.now().toISOString();
  const unread = (await inbox.all(company, candidateId)).filter(({ readAt }) => readAt === null);
  const wanted = unread.filter(({ messageId }) => input.messageIds === null || input.messageIds.includes(messageId));
  await Promise.all(wanted.map(({ messageId }) => inbox.read(company, candidateId, messageId, at)));
  return ok({ unread: unread.length - wanted.length });
}
