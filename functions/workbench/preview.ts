import type { Request } from '#functions/http/request.ts';
import type { Nameplates } from '#functions/ports/workbench.ts';
import type { StaffActor } from '#functions/ports.ts';
import type { BatchAction } from '#shared/contract/workbench.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import { decide } from '#shared/interview/decide.ts';
import { evolve } from '#shared/interview/evolve.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { closesAt } from '#shared/interview/windows.ts';
import { ok } from '#shared/result.ts';
import { previewReminders, type RemindersDeps } from './preview-reminders.ts';

type Deps = RemindersDeps & { nameplates: Nameplates };

/** What an action would do to each, by the same decider that will be asked when it is done. Nothing is written. */
export async function preview(deps: Deps, { actor, input }: Request<'workbench.preview', StaffActor>) {
  const { company, userId } = actor;
  const ids = [...new Set(input.interviewIds)];
  const states = (await Promise.all(ids.map((id) => deps.interviews.load(company, id)))).filter(
    (state) => state !== undefined,
  );
  const [candidates, openings] = await Promise.all([
    deps.nameplates.candidates(
      company,
      states.map(({ candidateId }) => candidateId),
    ),
    deps.nameplates.openings(
      company,
      states.map(({ requisitionId }) => requisitionId),
    ),
  ]);
  const now = deps.clock.now();
  const { action } = input;
  const reminders = action.type === 'remind' ? await previewReminders(deps, company, states, userId) : undefined;
  return ok({
    rows: states.map((state) => ({
      interviewId: state.interviewId,
      candidate: candidates.get(state.candidateId) ?? '',
      position: openings.get(state.requisitionId)?.position ?? '',
      status: state.status,
      overall: state.report.overall,
      ...nothingMore,
      ...(action.type === 'remind'
        ? { becomes: state.status, ...reminders?.get(state.interviewId) }
        : outcomeOf(state, commandOf(action, userId), now)),
    })),
  });
}

/** What most actions say nothing of. */
const nothingMore = { refused: null, undoMinutes: null, closesAt: null, message: null, refusedAt: null };

function commandOf(action: Exclude<BatchAction, { type: 'remind' }>, by: string): InterviewCommand {
  switch (action.type) {
    case 'decide':
      return { type: 'decide', by, outcome: action.outcome };
    case 'extend':
      return { type: 'extend', by, reason: action.reason, hours: action.hours };
  }
}

function outcomeOf(state: InterviewState, command: InterviewCommand, now: Date) {
  const decision = decide(state, command, now);
  if (!decision.ok) return { refused: decision.error, becomes: state.status, undoMinutes: null, closesAt: null };
  const after = decision.value.reduce<InterviewState>(evolve, state);
  return {
    refused: null,
    becomes: after.status,
    undoMinutes: command.type === 'decide' ? after.terms.undoMinutes : null,
    closesAt: command.type === 'extend' ? closesAt(after) : null,
  };
}
