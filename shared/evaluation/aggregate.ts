import type { Competency } from '../interview/plan.ts';
import type { JudgedItem } from './judge-answer.ts';
import type { ReportDimension } from './report.ts';
import type { Judgement, ScorerInput } from './scorer.ts';

/** Share of the model's weight that has to be judged before an overall score is given. */
const leastWeight = 0.5;

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

function dimensionOf({ name, weight }: Competency, items: JudgedItem[]): ReportDimension {
  const judged = items.filter((item) => item.score !== null);
  return {
    name,
    weight,
    score: rounded(mean(judged.map((item) => item.score ?? 0))),
    reasons: judged.flatMap(({ questionId, evidence, missing }) => [
      ...evidence.map(({ keyPoint, quote }) => ({ kind: 'shown' as const, questionId, keyPoint, quote })),
      ...missing.map((keyPoint) => ({ kind: 'missing' as const, questionId, keyPoint })),
    ]),
  };
}

function weighted(parts: { weight: number; score: number | null }[]): { share: number; score: number | null } {
  const judged = parts.filter((part) => part.score !== null);
  const all = parts.reduce((sum, part) => sum + part.weight, 0);
  const weight = judged.reduce((sum, part) => sum + part.weight, 0);
  const sum = judged.reduce((total, part) => total + part.weight * (part.score ?? 0), 0);
  return { share: all === 0 ? 0 : weight / all, score: weight === 0 ? null : Math.round(sum / weight) };
}

/** Dimensions from the questions that name them, the overall from the dimensions that could be judged. */
export function aggregate({ competencies, items: questions }: ScorerInput, items: JudgedItem[]): Judgement {
  const dimensions = competencies.map((one) => dimensionOf(one, itemsOf(one.name, questions, items)));
  const { share, score } = weighted(dimensions);
  const overall = share < leastWeight ? null : score;
  return {
    overall,
    insufficient: overall === null,
    dimensions,
    items: items.map(({ estimate: _forRankingOnly, ...item }) => item),
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
