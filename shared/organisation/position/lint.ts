import type { Question } from '../../interview/plan.ts';
import { limits } from '../../limits.ts';
import type { PositionDraft } from './draft.ts';
import { improperIn } from './improper.ts';

export const findingCodes = [
  'title_empty',
  'weights_sum',
  'competency_empty',
  'competency_twice',
  'competency_idle',
  'no_questions',
  'no_required',
  'prompt_empty',
  'prompt_long',
  'key_points_empty',
  'key_point_long',
  'no_competency',
  'unknown_competency',
  'no_way',
  'follow_up_lost',
  'criterion_empty',
  'too_long',
  'answers_needed',
  'improper',
] as const;
export type FindingCode = (typeof findingCodes)[number];
export type FindingPlace = 'basics' | 'competencies' | 'questions' | 'settings' | 'briefing';

/** `error`: it cannot be saved. `warning`: it can; an improper question only by somebody who says that it was looked at. */
export type Finding = {
  level: 'error' | 'warning';
  code: FindingCode;
  place: FindingPlace;
  /** Which competency or question. */
  index: number | null;
  /** A sum, a count, a name, or the words that were found. */
  value: string;
  /** Of what is improper. */
  ground: string | null;
};

const longestPrompt = 500;
const longestKeyPoint = 120;

const finding = (
  level: Finding['level'],
  code: FindingCode,
  place: FindingPlace,
  index: number | null = null,
  value: string | number = '',
  ground: string | null = null,
): Finding => ({ level, code, place, index, value: String(value), ground });

const blank = (text: string) => text.trim() === '';
export const percentOf = (weight: number): number => Math.round(weight * 1000) / 10;
export const minutesOf = (questions: Pick<Question, 'minutes'>[]): number =>
  Math.round(questions.reduce((sum, { minutes }) => sum + minutes, 0));

/** What is to be said of a position before it is saved, in the order of the page. */
export function lintPosition(draft: PositionDraft): Finding[] {
  return [...basics(draft), ...competencies(draft), ...questions(draft), ...settings(draft), ...fairness(draft)];
}

function basics({ title, department, criteria }: PositionDraft): Finding[] {
  const empty = criteria.length === 0 || criteria.some(({ name, words }) => blank(name) || words.length === 0);
  return [
    ...(blank(title) || blank(department) ? [finding('error', 'title_empty', 'basics')] : []),
    ...(empty ? [finding('error', 'criterion_empty', 'settings')] : []),
  ];
}

function competencies({ plan }: PositionDraft): Finding[] {
  const sum = percentOf(plan.competencies.reduce((all, { weight }) => all + weight, 0));
  const names = plan.competencies.map(({ name }) => name.trim());
  const asked = new Set(plan.questions.flatMap((question) => question.competencies));
  return [
    ...(sum === 100 ? [] : [finding('error', 'weights_sum', 'competencies', null, sum)]),
    ...plan.competencies.flatMap(({ name }, index) => {
      if (blank(name)) return [finding('error', 'competency_empty', 'competencies', index)];
      if (names.indexOf(name.trim()) < index)
        return [finding('error', 'competency_twice', 'competencies', index, name)];
      return asked.has(name) ? [] : [finding('warning', 'competency_idle', 'competencies', index, name)];
    }),
  ];
}

function questions({ plan }: PositionDraft): Finding[] {
  const minutes = minutesOf(plan.questions);
  if (plan.questions.length === 0) return [finding('error', 'no_questions', 'questions')];
  const names = plan.competencies.map(({ name }) => name);
  return [
    ...(plan.questions.some(({ required }) => required) ? [] : [finding('error', 'no_required', 'questions')]),
    ...plan.questions.flatMap((question, index) => ofQuestion(question, index, names)),
    ...(minutes > limits.advisedMinutes ? [finding('warning', 'too_long', 'questions', null, minutes)] : []),
  ];
}

function ofQuestion(question: Question, index: number, names: string[]): Finding[] {
  const { prompt, keyPoints, followUps = [], ways } = question;
  const at = (code: FindingCode, value: string | number = '') => finding('error', code, 'questions', index, value);
  const unknown = question.competencies.find((name) => !names.includes(name));
  const long = keyPoints.find((one) => one.length > longestKeyPoint);
  const lost = followUps.find(({ keyPoint }) => !keyPoints.includes(keyPoint));
  return [
    ...(blank(prompt) ? [at('prompt_empty')] : []),
    ...(prompt.length > longestPrompt ? [at('prompt_long', prompt.length)] : []),
    ...(keyPoints.length === 0 || keyPoints.some(blank) ? [at('key_points_empty')] : []),
    ...(long === undefined ? [] : [at('key_point_long', long.slice(0, 12))]),
    ...(question.competencies.length === 0 ? [at('no_competency')] : []),
    ...(unknown === undefined ? [] : [at('unknown_competency', unknown)]),
    ...(ways?.length === 0 ? [at('no_way')] : []),
    ...(lost === undefined ? [] : [at('follow_up_lost', lost.keyPoint)]),
  ];
}

function settings({ plan, settings: own }: PositionDraft): Finding[] {
  const required = plan.questions.filter((question) => question.required).length;
  const needed = own.answersNeeded ?? 0;
  return needed > required ? [finding('warning', 'answers_needed', 'settings', null, required)] : [];
}

function fairness({ plan, criteria, briefing }: PositionDraft): Finding[] {
  const found = (text: string, place: FindingPlace, index: number | null) => {
    const improper = improperIn(text);
    return improper ? [finding('warning', 'improper', place, index, improper.words, improper.ground)] : [];
  };
  const asked = ({ prompt, briefing: setting = '', keyPoints, followUps = [] }: Question) =>
    [prompt, setting, ...keyPoints, ...followUps.map(({ ask }) => ask)].join('\n');
  return [
    ...plan.questions.flatMap((question, index) => found(asked(question), 'questions', index)),
    ...plan.competencies.flatMap(({ name, description }, index) =>
      found(`${name}\n${description}`, 'competencies', index),
    ),
    ...found(criteria.flatMap(({ name, words }) => [name, ...words]).join('\n'), 'settings', null),
    ...found(`${plan.introduction}\n${briefing?.text ?? ''}`, 'briefing', null),
  ];
}

export const hasErrors = (findings: Finding[]): boolean => findings.some(({ level }) => level === 'error');
export const isImproper = (findings: Finding[]): boolean => findings.some(({ code }) => code === 'improper');
