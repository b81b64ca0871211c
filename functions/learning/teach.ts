import type { Deliveries, Delivery, Inbox, Interviews } from '#functions/ports.ts';
import { type Beside, missedIn } from '#shared/analytics/appointments.ts';
import { type Lesson, lessonOf } from '#shared/analytics/lesson.ts';
import { replay } from '#shared/interview/evolve.ts';

export type TeachDeps = { interviews: Interviews; deliveries: Deliveries; inbox: Inbox };
type Whose = { company: string; interviewId: string; candidateId: string };

/** What lies beside an interview's history of how its person comes to appointments. */
export async function besideOf(deps: TeachDeps, { company, interviewId, candidateId }: Whose): Promise<Beside> {
  const { interviews, deliveries, inbox } = deps;
  const [sent, told, own] = await Promise.all([
    deliveries.ofInterview(company, interviewId),
    inbox.all(company, candidateId),
    interviews.ofCandidate(company, candidateId),
  ]);
  const others = await Promise.all(own.filter((id) => id !== interviewId).map((id) => interviews.history(company, id)));
  return {
    reminding: {
      delivered: firstOfEach(sent),
      read: told
        .filter((one) => one.interviewId === interviewId && one.kind === 'reminder')
        .flatMap(({ readAt }) => readAt ?? []),
    },
    missedElsewhere: others.flatMap(missedIn),
  };
}

/** A reminder that goes by two channels is one: when the first of them took it. */
function firstOfEach(sent: Delivery[]): string[] {
  const ofReminders = sent.filter(({ kind, state }) => kind === 'reminder' && state === 'sent');
  const byReminder = Map.groupBy(ofReminders, ({ generation }) => generation);
  return [...byReminder.values()].flatMap((ways) => ways.map(({ at }) => at).sort()[0] ?? []);
}

/** What an interview teaches as it stands; undefined where there is none of that id. */
export async function teach(deps: TeachDeps, company: string, interviewId: string): Promise<Lesson | undefined> {
  const { interviews } = deps;
  const history = await interviews.history(company, interviewId);
  const state = replay(history);
  if (state === undefined) return undefined;
  const { candidateId } = state;
  const [plan, report, beside] = await Promise.all([
    interviews.plan(company, interviewId),
    state.report.version === 0 ? undefined : interviews.report(company, interviewId, state.report.version),
    besideOf(deps, { company, interviewId, candidateId }),
  ]);
  const attempt = report?.attempt ?? state.attempt;
  const drafts = attempt === 0 ? [] : await interviews.drafts(company, interviewId, attempt);
  return lessonOf({ history, plan, report, drafts, beside });
}
