import type { Output } from '#shared/contract/operations.ts';
import type { Question } from '#shared/interview/plan.ts';
import type { PositionDraft } from '#shared/organisation/position/draft.ts';

type Entry = Output<'question.list'>['questions'][number];

/** Never one that was used: what people said of a position's answers is kept by the question's id. */
export function freshId(questions: Question[]): string {
  let at = Date.now();
  const id = () => `q${at.toString(36)}`;
  while (questions.some((one) => one.id === id())) at += 1;
  return id();
}

export const withQuestions = (draft: PositionDraft, questions: Question[]): PositionDraft => ({
  ...draft,
  plan: { ...draft.plan, questions },
});

export function moved(questions: Question[], index: number, by: number): Question[] {
  const one = questions[index];
  const to = index + by;
  if (one === undefined || to < 0 || to >= questions.length) return questions;
  const rest = questions.filter((_, place) => place !== index);
  return insertedAt(rest, to, one);
}

export const insertedAt = (questions: Question[], index: number, one: Question): Question[] => [
  ...questions.slice(0, index),
  one,
  ...questions.slice(index),
];

export const addedQuestion = (competency: string | undefined): Omit<Question, 'id'> => ({
  kind: 'structured',
  prompt: '',
  required: true,
  keyPoints: [],
  competencies: competency === undefined ? [] : [competency],
  minutes: 4,
});

/** A question of the bank as this position asks it: of its competencies only those that there are. */
export function takenFrom({ bankId, version, question }: Entry, names: string[]): Omit<Question, 'id'> {
  return {
    ...question,
    required: true,
    competencies: question.competencies.filter((name) => names.includes(name)),
    ...(bankId !== null && { bank: { bankId, version } }),
  };
}

/** Key points as they are typed, one a line; a follow-up goes with the line it belongs to. */
export function withKeyPoints(question: Question, text: string): Question {
  const keyPoints = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const same = keyPoints.length === question.keyPoints.length;
  const follows = (keyPoint: string) => {
    const at = question.keyPoints.indexOf(keyPoint);
    return same && !keyPoints.includes(keyPoint) ? (keyPoints[at] ?? keyPoint) : keyPoint;
  };
  const followUps = question.followUps?.map((one) => ({ ...one, keyPoint: follows(one.keyPoint) }));
  return { ...question, keyPoints, ...(followUps && { followUps }) };
}

/** What is asked where this key point is missing; nothing where the text is empty. */
export function withFollowUp(question: Question, keyPoint: string, ask: string): Question {
  const { followUps = [], ...rest } = question;
  const others = followUps.filter((one) => one.keyPoint !== keyPoint);
  const next = ask.trim() === '' ? others : [...others, { keyPoint, ask }];
  return next.length === 0 ? rest : { ...rest, followUps: next };
}

/** A number that a question may have or not. */
export function withSeconds(question: Question, name: 'prepareSeconds' | 'answerSeconds', text: string): Question {
  const { [name]: _, ...rest } = question;
  const seconds = Math.round(Number(text.trim()));
  return Number.isFinite(seconds) && seconds > 0 ? { ...rest, [name]: Math.min(seconds, 3600) } : rest;
}
