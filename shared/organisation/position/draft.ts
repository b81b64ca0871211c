import type { Position } from '../records.ts';

/** The settings that a position may have of its own; what else a company decides stays with the company. */
export const positionSettings = [
  'answersNeeded',
  'attempts',
  'resumeWindowHours',
  'graceMinutes',
  'deadlineHours',
  'booking',
  'rebookings',
  'reminders',
  'channels',
  'quiet',
  'matchThreshold',
  'undoMinutes',
] as const satisfies (keyof Position['settings'])[];
export type PositionSetting = (typeof positionSettings)[number];

type Plan = Position['plan'];
/** What HR edits of a position. Free of zod: the editor and the server lint and compare the same thing. */
export type PositionDraft = Pick<Position, 'title' | 'department' | 'secondInterview' | 'criteria' | 'briefing'> & {
  plan: Pick<Plan, 'introduction' | 'questions' | 'competencies'>;
  settings: Pick<Position['settings'], PositionSetting>;
};

export function draftOf(position: Position): PositionDraft {
  const { title, department, secondInterview, criteria, briefing, plan, settings } = position;
  const { introduction, questions, competencies } = plan;
  const own = Object.fromEntries(
    positionSettings.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name]]])),
  );
  return {
    title,
    department,
    secondInterview,
    criteria,
    ...(briefing === undefined ? {} : { briefing }),
    plan: { introduction, questions, competencies },
    settings: own,
  };
}

/** A position as this draft would have it; what a draft does not hold stays. */
export function positionFrom(before: Position, draft: PositionDraft, version: number): Position {
  const { briefing: _, settings, ...kept } = before;
  const ofCompany = Object.entries(settings).filter(([name]) => !positionSettings.some((own) => own === name));
  return {
    ...kept,
    ...draft,
    plan: { ...draft.plan, version },
    settings: { ...Object.fromEntries(ofCompany), ...draft.settings },
  };
}

/** The next version of a position, with this question in the place of its own of that id. */
export function withQuestion(before: Position, question: Plan['questions'][number]): Position {
  const questions = before.plan.questions.map((one) => (one.id === question.id ? question : one));
  return { ...before, plan: { ...before.plan, questions, version: before.plan.version + 1 } };
}
