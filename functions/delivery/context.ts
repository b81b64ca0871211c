import type { Clock, Copies, Deliveries, Directory, Interviews, WecomReaders } from '#functions/ports.ts';
import { localTime } from '#shared/copy/zh/local-time.ts';
import { time } from '#shared/copy/zh/messages.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { appointedAt } from '#shared/interview/windows.ts';
import { limits } from '#shared/limits.ts';
import type { Facts } from '#shared/messaging/compose.ts';
import type { CandidateChannel } from '#shared/messaging/messages.ts';
import { ownTextOf } from '#shared/messaging/own-text.ts';
import type { Candidate, Company, Requisition } from '#shared/organisation/records.ts';
import { hearersOf } from '#shared/organisation/who-hears.ts';
import { dayOf } from '#shared/schedule/wall-time.ts';
import { effectiveSettings } from '#shared/settings.ts';
import type { DeliverJob } from './deliver.ts';
import { hiringFacts } from './hiring-facts.ts';

export type ContextDeps = {
  interviews: Interviews;
  directory: Directory;
  deliveries: Deliveries;
  copies: Pick<Copies, 'progress'>;
  clock: Clock;
};

/** Everything a message is written from, and the ways to its reader. */
export type Context = {
  state: InterviewState;
  owner: Company;
  candidate: Candidate;
  /** Of the recruiter's side; the first one is the owner. */
  hearers: WecomReaders;
  facts: Facts;
  order: CandidateChannel[];
};

const minute = 60_000;

export async function contextOf(
  deps: ContextDeps,
  { company, interviewId, kind }: DeliverJob,
): Promise<Context | undefined> {
  const state = await deps.interviews.load(company, interviewId);
  if (state === undefined) return undefined;
  const [owner, candidate, position, requisition] = await Promise.all([
    deps.directory.company(company),
    deps.directory.candidate(company, state.candidateId),
    deps.directory.position(company, state.positionId),
    deps.directory.requisition(company, state.requisitionId),
  ]);
  const [recruiter, deputy] = await Promise.all([
    requisition && deps.directory.staff(company, requisition.ownerId),
    requisition?.deputyId === undefined ? undefined : deps.directory.staff(company, requisition.deputyId),
  ]);
  if (!owner || !candidate || !position || !requisition || !recruiter) return undefined;
  const { timeZone, channels, texts } = effectiveSettings(owner.settings, position.settings);
  const now = deps.clock.now();
  const opening = kind === 'vacancies_left' ? await openingFacts(deps, company, requisition) : undefined;
  if (opening !== undefined && opening.left === 0) return undefined;
  const [first, ...also] = hearersOf(recruiter, deputy, dayOf(now, timeZone));
  const when = state.noShow?.missed ?? appointedAt(state);
  const clock = localTime(when, timeZone);
  const own = ownTextOf(texts, kind);
  const facts: Facts = {
    candidate: candidate.name,
    company: owner.name,
    position: position.title,
    deadline: localTime(state.terms.deadlineAt, timeZone),
    time: state.appointment?.slotId ? time.slot(clock) : time.until(clock),
    clock,
    left: leftUntil(when, now),
    bookingAsked: state.terms.appointment?.asked ?? false,
    now: localTime(now.toISOString(), timeZone),
    help: owner.contact.phone,
    interviewId,
    applicationId: state.applicationId,
    ...(own !== undefined && { own }),
    outcome: state.outcome,
    overall: state.report.overall,
    ...(opening !== undefined && { opening }),
    ...(await hiringFacts(deps, company, { state, kind, timeZone })),
  };
  const hearers = { userid: first.wecomUserId, also: also.map(({ wecomUserId }) => wecomUserId) };
  return { state, owner, candidate, hearers, facts, order: channels };
}

/** What a requisition still lacks; nothing of one that takes nobody more. */
async function openingFacts({ copies }: ContextDeps, company: string, requisition: Requisition) {
  const { requisitionId, vacancies, department } = requisition;
  const { passed, filled, closedAt } = await copies.progress(company, requisitionId);
  return { department, passed, vacancies, left: closedAt === null ? Math.max(0, vacancies - filled) : 0 };
}

/** As it is when the message leaves, whatever it was planned for. */
function leftUntil(when: string, now: Date): string | null {
  const minutes = Math.floor((Date.parse(when) - now.getTime()) / minute);
  if (minutes <= 0 || minutes > limits.countdownMinutes) return null;
  return time.left(Math.floor(minutes / 60), minutes % 60);
}
