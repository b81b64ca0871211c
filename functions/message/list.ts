import type { Request } from '#functions/http/request.ts';
import type { CandidateActor, Inbox } from '#functions/ports.ts';
import { limits } from '#shared/limits.ts';
import { ok } from '#shared/result.ts';

/** 消息中心, the newest first. The cursor is the last message that was seen. */
export async function list(
  deps: { inbox: Inbox },
  { actor, query }: Pick<Request<'message.list', CandidateActor>, 'actor' | 'query'>,
) {
  const all = await deps.inbox.all(actor.company, actor.candidateId);
  const from = query.cursor === undefined ? 0 : all.findIndex(({ messageId }) => messageId === query.cursor) + 1;
  const messages = all.slice(from, from + limits.messagesPage);
  const more = all.length > from + limits.messagesPage;
  const unread = all.filter(({ readAt }) => readAt === null).length;
  return ok({ messages, unread, cursor: more ? (messages.at(-1)?.messageId ?? null) : null });
}
