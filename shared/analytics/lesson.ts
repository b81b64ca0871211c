import type { Report } from '../evaluation/report.ts';
import type { Draft } from '../interview/draft.ts';
import type { Recorded } from '../interview/events.ts';
import { replay } from '../interview/evolve.ts';
import { fillsSeat } from '../interview/hiring.ts';
import type { Plan } from '../interview/plan.ts';
import type { InterviewState } from '../interview/state.ts';
import { printOf } from '../learning/question-print.ts';
import { appointmentsOf, type Beside } from './appointments.ts';
import type { Appointment } from './predict-no-show.ts';
import type { Asked } from './question-figures.ts';

/** A question as it was put: `print` tells what it said and looked for, `bank` where it came from. */
export type AskedOnce = Asked & { print: string; bank: { bankId: string; version: number } | null };

/** What rules said of somebody, in which version; `passes`: to a next step. Null where they left it to a person. */
type Ruled = { version: number; passes: boolean | null };

/**
 * What one interview teaches: figures and ids, no words and no name. Drawn from the history up to `version`, and drawn
 * anew when that has grown. Steps that are still ahead are null.
 */
export type Lesson = {
  interviewId: string;
  applicationId: string;
  candidateId: string;
  requisitionId: string;
  positionId: string;
  version: number;
  planVersion: number;
  invitedAt: string;
  came: boolean | null;
  finished: boolean | null;
  /** 'name@version' of the scorer, and 0-100; dimensions in the order of the plan's model, culture left out. */
  scored: { scorer: string; overall: number | null } | null;
  dimensions: { name: string; score: number | null }[];
  ruled: Ruled | null;
  passed: boolean | null;
  offered: boolean | null;
  /** 待入职 or 已入职. */
  hired: boolean | null;
  joinedAt: string | null;
  pooled: boolean;
  asked: AskedOnce[];
  appointments: Appointment[];
};

type Taught = {
  history: readonly Recorded[];
  plan: Plan;
  report: Report | undefined;
  /** Of the attempt that was judged. */
  drafts: readonly Draft[];
  beside: Beside;
};

const over: readonly InterviewState['status'][] = ['submitted', 'evaluated', 'incomplete', 'no_show', 'cancelled'];
const going = ['second_interview', 'offer', 'onboarding'];

/** Whether somebody went on to a next step by what the rules said. */
function ruledOf(history: readonly Recorded[]): Ruled | null {
  const on = history.map(({ event }) => event).findLast((event) => event.type === 'decided')?.data.on;
  if (on === undefined) return null;
  return { version: on.rules, passes: on.proposed === 'person' ? null : going.includes(on.proposed) };
}

function askedOf(state: InterviewState, { plan, report, drafts }: Taught): AskedOnce[] {
  if (state.endedAt === null || state.startedAt === null) return [];
  const complained = state.questionnaire?.unfit ?? [];
  return plan.questions.map((question) => {
    const { id, bank } = question;
    const item = report?.items.find(({ questionId }) => questionId === id);
    return {
      questionId: id,
      print: printOf(question),
      bank: bank ?? null,
      score: item?.score ?? null,
      skipped: !state.answeredIds.includes(id),
      seconds: drafts.find(({ questionId }) => questionId === id)?.content.seconds ?? null,
      complained: complained.includes(id),
      realism: state.questionnaire?.realism[id] ?? null,
    };
  });
}

/** Undefined where there is no history. */
export function lessonOf(taught: Taught): Lesson | undefined {
  const { history, plan, report, beside } = taught;
  const state = replay([...history]);
  if (state === undefined) return undefined;
  const { interviewId, applicationId, candidateId, requisitionId, positionId, status, outcome, hiring } = state;
  const ended = over.includes(status);
  const scorer = history.map(({ event }) => event).findLast((event) => event.type === 'report_ready')?.data.scorer;
  const decided = status === 'evaluated' && outcome !== null;
  const settled = decided && outcome !== 'second_interview' && !(outcome === 'offer' && hiring.offer?.answer === null);
  const came = state.startedAt !== null ? true : ended && status !== 'cancelled' ? false : null;
  return {
    interviewId,
    applicationId,
    candidateId,
    requisitionId,
    positionId,
    version: state.version,
    planVersion: plan.version,
    invitedAt: state.invitedAt,
    came,
    finished: came !== true || !ended ? null : status === 'submitted' || status === 'evaluated',
    scored: report === undefined || scorer === undefined ? null : { scorer, overall: report.overall },
    dimensions: plan.competencies
      .filter(({ kind }) => kind !== 'culture')
      .map(({ name }) => ({ name, score: report?.dimensions.find((one) => one.name === name)?.score ?? null })),
    ruled: ruledOf(history),
    passed: decided ? going.includes(outcome) : null,
    offered: decided ? hiring.offer !== null || outcome === 'onboarding' : null,
    hired: settled || (decided && fillsSeat(state)) ? fillsSeat(state) : null,
    joinedAt: hiring.joinedAt,
    pooled: decided && (outcome === 'pool' || outcome === 'reject'),
    asked: askedOf(state, taught),
    appointments: appointmentsOf(history, beside),
  };
}

/** Positions whose people are judged by the same competencies are of one job family. */
export const familyOf = (dimensions: readonly { name: string }[]): string =>
  dimensions
    .map(({ name }) => name)
    .toSorted()
    .join('\u0000');
