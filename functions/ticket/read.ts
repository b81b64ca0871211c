import type { Request } from '#functions/http/request.ts';
import type { Directory, Interviews, StaffActor } from '#functions/ports.ts';
import { answerText, emptyDraft } from '#shared/interview/answer.ts';
import { ok, refuse } from '#shared/result.ts';
import { corrections, ticketsOf } from './messages.ts';

type Deps = { interviews: Interviews; directory: Directory };

/** Every thread of one interview, and the corrections a candidate proposes beside what stands. */
export async function read(deps: Deps, { actor, params }: Request<'ticket.read', StaffActor>) {
  const { company } = actor;
  const state = await deps.interviews.load(company, params.interviewId);
  if (state === undefined) return refuse({ code: 'not_found' as const });
  const [tickets, proposed, drafts] = await Promise.all([
    ticketsOf(deps, company, state),
    corrections(deps.interviews, company, state.interviewId),
    deps.interviews.drafts(company, state.interviewId, state.attempt),
  ]);
  const before = (questionId: string) =>
    answerText(drafts.find((draft) => draft.questionId === questionId)?.content ?? emptyDraft);
  return ok({ tickets, corrections: proposed.map((one) => ({ ...one, before: before(one.questionId) })) });
}
