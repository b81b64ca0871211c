import { noShowNote, noShowWords } from '#functions/booking/no-show-note.ts';
import type { Request } from '#functions/http/request.ts';
import { prechecksOf } from '#functions/interview/prechecks.ts';
import type { Requisitions } from '#functions/ports/hiring.ts';
import type { Clock, Copies, Deliveries, Delivery, Directory, Interviews, StaffActor } from '#functions/ports.ts';
import { correctionView, reasonNoteName } from '#functions/sync/correction-view.ts';
import { ticketsOf } from '#functions/ticket/messages.ts';
import { stageOf } from '#shared/application/copies.ts';
import { matchResume } from '#shared/application/match.ts';
import type { Output } from '#shared/contract/operations.ts';
import { canRestart } from '#shared/interview/decide.ts';
import { undoableUntil } from '#shared/interview/may-decide.ts';
import { closesAt } from '#shared/interview/windows.ts';
import { usualOwners } from '#shared/organisation/stage-owners.ts';
import { ok, refuse } from '#shared/result.ts';
import { timeView } from '#shared/schedule/appointment-view.ts';
import { effectiveSettings } from '#shared/settings.ts';
import { hiringDesk } from './hiring-view.ts';

type Deps = {
  requisitions: Requisitions;
  interviews: Interviews;
  copies: Copies;
  directory: Directory;
  deliveries: Deliveries;
  clock: Clock;
};

/** One person's whole way through one opening: résumé, match, interview, report, decision, messages, every event. */
export async function dossier(deps: Deps, { actor, params }: Request<'application.dossier', StaffActor>) {
  const { company } = actor;
  const application = await deps.copies.application(company, params.applicationId);
  const state = application && (await deps.interviews.load(company, application.interviewId));
  if (state === undefined) return refuse({ code: 'not_found' as const });
  const [owner, candidate, position, history, stored, messages, prechecks, tickets, noShowNotes, corrections] =
    await Promise.all([
      deps.directory.company(company),
      deps.directory.candidate(company, state.candidateId),
      deps.directory.position(company, state.positionId),
      deps.interviews.history(company, state.interviewId),
      deps.copies.read(company, state),
      deps.deliveries.ofInterview(company, state.interviewId),
      prechecksOf(deps.interviews, company, state.interviewId),
      ticketsOf(deps, company, state),
      deps.interviews.notes(company, state.interviewId, noShowNote('')),
      deps.interviews.notes(company, state.interviewId, reasonNoteName('')),
    ]);
  if (candidate === undefined || position === undefined) return refuse({ code: 'not_found' as const });
  const { matchThreshold: threshold, timeZone, owners } = effectiveSettings(owner?.settings, position.settings);
  const view: Output<'application.dossier'> = {
    applicationId: state.applicationId,
    interviewId: state.interviewId,
    positionId: state.positionId,
    responseMinutes: owner?.contact.responseMinutes ?? null,
    candidate: {
      candidateId: candidate.candidateId,
      name: candidate.name,
      phone: candidate.phone,
      headline: candidate.headline,
      resume: candidate.resume,
    },
    company: owner?.name ?? '',
    position: position.title,
    department: position.department,
    stage: stageOf(history),
    status: state.status,
    report: state.report.status,
    overall: state.report.overall,
    canRestart: canRestart(state, deps.clock.now()),
    closesAt: closesAt(state),
    time: timeView(state, history, timeZone),
    owners: { ...usualOwners, ...owners },
    noShowWords: noShowWords(noShowNotes, state.noShow?.at),
    extraTime: state.terms.extraTime ?? 1,
    prechecks,
    tickets,
    outcome: state.outcome,
    attempt: state.attempt,
    undoUntil: undoableUntil(state),
    undoMinutes: state.terms.undoMinutes,
    hiring: await hiringDesk(deps, company, { state, timeZone, now: deps.clock.now() }),
    match: matchResume(candidate.resume, position.criteria, threshold),
    timeline: history.map(({ event, version }) => ({
      at: event.at,
      type: event.type,
      by: event.by,
      outcome: event.type === 'decided' ? event.data.outcome : null,
      ...(event.type === 'corrected' && { correction: correctionView(event, corrections, version) }),
    })),
    copies: stored.map(({ copy, version, status }) => ({ copy, version, status })),
    messages: messages
      .filter(isMessage)
      .map(({ kind, channel, state: sent, at }) => ({ kind, channel, state: sent, at })),
  };
  return ok(view);
}

/** A channel that this person has not opened was looked at; nothing was said on it. */
const isMessage = ({ code }: Delivery): boolean => code !== 'no_credit';
