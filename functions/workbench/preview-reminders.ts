import { type ContextDeps, contextOf } from '#functions/delivery/context.ts';
import { usableChannels } from '#functions/delivery/usable-channels.ts';
import { heardElsewhere } from '#functions/interview/heard-elsewhere.ts';
import type { Credits, Identities } from '#functions/ports.ts';
import type { ErrorCode } from '#shared/contract/errors.ts';
import { decide } from '#shared/interview/decide.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { leadOf } from '#shared/messaging/compose-email.ts';
import type { CandidateChannel } from '#shared/messaging/messages.ts';
import { remindAgain } from '#shared/schedule/remind-again.ts';

export type RemindersDeps = ContextDeps & { identities: Identities; credits: Credits };
type Message = { text: string; channels: CandidateChannel[] };
type Previewed = { refused: ErrorCode | null; refusedAt: string | null; message: Message | null };

/** Whom a reminder would reach, by what, with which words. Of one person's several interviews the first one alone. */
export async function previewReminders(
  deps: RemindersDeps,
  company: string,
  states: InterviewState[],
  by: string,
): Promise<Map<string, Previewed>> {
  const previewed = new Map<string, Previewed>();
  const told = new Set<string>();
  for (const state of states) {
    const one = told.has(state.candidateId) ? refusal('reminded_lately') : await previewOne(deps, company, state, by);
    if (one.refused === null) told.add(state.candidateId);
    previewed.set(state.interviewId, one);
  }
  return previewed;
}

async function previewOne(deps: RemindersDeps, company: string, state: InterviewState, by: string): Promise<Previewed> {
  const now = deps.clock.now();
  const decision = decide(state, { type: 'remindAgain', by }, now);
  if (!decision.ok) {
    const again = remindAgain(state, now);
    const since = !again.ok && again.error.code === decision.error ? again.error.at : null;
    return refusal(decision.error, since);
  }
  const elsewhere = await heardElsewhere(deps, company, state, now);
  if (elsewhere !== null) return refusal('reminded_lately', elsewhere);
  const { interviewId } = state;
  const kind = state.status === 'evaluated' ? 'meeting_reminder' : 'reminder';
  const context = await contextOf(deps, { company, interviewId, kind, generation: state.version + 1 });
  if (context === undefined) return refusal('not_found');
  const channels = await usableChannels(deps, company, { kind, ...context });
  return { refused: null, refusedAt: null, message: { text: leadOf(kind, context.facts), channels } };
}

const refusal = (refused: ErrorCode, refusedAt: string | null = null): Previewed => ({
  refused,
  refusedAt,
  message: null,
});
