import type { Competency } from '../interview/plan.ts';
import type { JudgedItem } from './judge-answer.ts';
import { nextQuestions } from './next-questions.ts';
import { reasonsOf } from './reasons.ts';
import type { ReportDimension, ReportItem } from './report.ts';
import type { Judgement, ScorerInput } from './scorer.ts';

/** Share of the model's weight that has to be judged before an overall score is given. */
const leastWeight = 0.5;
const pointsOfLevel = 20;
const highestLevel = 5;

type Questions = ScorerInput['items'];

const mean = (numbers: number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

const rounded = (number: number | null): number | null => (number === null ? null : Math.round(number));

function itemsOf(name: string, questions: Questions, items: JudgedItem[]): JudgedItem[] {
  const ids = new Set(
    questions.filter((one) => one.question.competencies.includes(name)).map((one) => one.question.id),
  );
  return items.filter((item) => ids.has(item.questionId));
}

/** 1-5, a fifth of the hundred each; a culture fit begins at 0, where nothing speaks for it. */
function levelOf(score: number | null, kind: Competency['kind']): number | null {
  if (score === null) return null;
  return Math.min(highestLevel, Math.max(kind === 'culture' ? 0 : 1, Math.round(score / pointsOfLevel)));
}

function dimensionOf({ name, weight, kind }: Competency, items: JudgedItem[]): ReportDimension {
  const judged = items.filter((item) => item.score !== null);
  const score = rounded(mean(judged.map((item) => item.score ?? 0)));
  return { name, weight, score, level: levelOf(score, kind), reasons: reasonsOf(judged) };
}

function weighted(parts: { weight: number; score: number | null }[]): { share: number; score: number | null } {
  const judged = parts.filter((part) => part.score !== null);
  const all = parts.reduce((sum, part) => sum + part.weight, 0);
  const weight = judged.reduce((sum, part) => sum + part.weight, 0);
  const sum = judged.reduce((total, part) => total + part.weight * (part.score ?? 0), 0);
  return { share: all === 0 ? 0 : weight / all, score: weight === 0 ? null : Math.round(sum / weight) };
}

const reported = ({
  estimate: _forRankingOnly,
  worths: _1,
  rubric: _2,
  merits: _3,
  deductions: _4,
  original: _5,
  ...item
}: JudgedItem): ReportItem => item;

/** Dimensions from the questions that name them, the overall from the dimensions that could be judged. */
export function aggregate(input: ScorerInput, items: JudgedItem[]): Judgement {
  const dimensions = input.competencies.map((one) => dimensionOf(one, itemsOf(one.name, input.items, items)));
  const { share, score } = weighted(dimensions);
  const overall = share < leastWeight ? null : score;
  return {
    overall,
    insufficient: overall === null,
    dimensions,
    items: items.map(reported),
    nextQuestions: nextQuestions(input, items),
  };
}

/** What the numbers would be if too little were enough: for ranking only, never shown as a score. */
export function estimate({ competencies, items: questions }: ScorerInput, items: JudgedItem[]) {
  const dimensions = competencies.map(({ name, weight }) => ({
    name,
    weight,
    score: rounded(mean(itemsOf(name, questions, items).map((item) => item.estimate))),
  }));
  return {
    overall: weighted(dimensions).score ?? 0,
    dimensions: dimensions.map(({ name, score }) => ({ name, score: score ?? 0 })),
    items: items.map(({ questionId, estimate: score }) => ({ questionId, score })),
  };
}
