import { llmPrompt } from '#shared/copy/zh/llm-prompt.ts';
import type { Evidence, Flag, ReportDimension, ReportItem } from '#shared/evaluation/report.ts';
import type { Judgement, ScorerInput } from '#shared/evaluation/scorer.ts';
import type { Competency } from '#shared/interview/plan.ts';
import type { Verdict } from './verdict.ts';
import { quoteAt, type VisibleAnswer } from './visible-answer.ts';

/** One answer judged in one dimension. */
export type Rated = { questionId: string; competency: string; verdict: Verdict };

/** A level stands for its share of a hundred: 1 → 20, 2 → 40, … 5 → 100. */
const scoreOf = (level: number): number => level * 20;
/** As the embedded scorer: share of the model's weight that has to be judged before an overall score is given. */
const leastWeight = 0.5;
const mostSuggestions = 5;

type Item = ScorerInput['items'][number];
type Known = { rated: Rated[]; visible: Map<string, VisibleAnswer> };

const mean = (numbers: number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const rounded = (number: number | null): number | null => (number === null ? null : Math.round(number));
const levelsOf = (rated: Rated[]): number[] =>
  rated.flatMap(({ verdict: { level } }) => (level === null ? [] : [level]));

/** What the verdicts add up to. `embedded` is the embedded scorer's judgement: its flags and context stay. */
export function judgementOf(input: ScorerInput, embedded: Judgement, known: Known): Omit<Judgement, 'usage'> {
  const items = input.items.map((item) => itemOf(item, embedded, known));
  const dimensions = input.competencies.map((one) => dimensionOf(one, input, items, known));
  const judged = dimensions.filter(({ score }) => score !== null);
  const weight = judged.reduce((sum, one) => sum + one.weight, 0);
  const all = dimensions.reduce((sum, one) => sum + one.weight, 0);
  const sum = judged.reduce((total, one) => total + one.weight * (one.score ?? 0), 0);
  // Weights are decimals: 0.3 + 0.2 must count as a half.
  const overall = all > 0 && weight > 0 && weight / all >= leastWeight - 1e-9 ? Math.round(sum / weight) : null;
  return {
    overall,
    insufficient: overall === null,
    dimensions,
    items,
    mode: 'scored',
    nextQuestions: suggestions(input, items),
  };
}

function itemOf({ question }: Item, embedded: Judgement, { rated, visible }: Known): ReportItem {
  const own = rated.filter(({ questionId }) => questionId === question.id);
  const answer = visible.get(question.id);
  const before = embedded.items.find(({ questionId }) => questionId === question.id);
  const flags = [...new Set<Flag>([...(before?.flags ?? []), ...own.flatMap(({ verdict }) => verdict.flags)])].sort();
  const base = { evidence: [], missing: question.keyPoints, ...before, questionId: question.id, flags };
  const levels = levelsOf(own);
  if (levels.length === 0 || !answer) return { ...base, score: null };

  const evidence = question.keyPoints.flatMap((keyPoint, index): Evidence[] => {
    const quote = own.flatMap(({ verdict }) => verdict.quotes).find((one) => one.keyPoint === index + 1);
    return quote ? [{ keyPoint, ...quoteAt(answer, quote) }] : [];
  });
  const missing = question.keyPoints.filter((keyPoint) => !evidence.some((one) => one.keyPoint === keyPoint));
  return { ...base, score: rounded(mean(levels.map(scoreOf))), evidence, missing };
}

function dimensionOf(competency: Competency, input: ScorerInput, items: ReportItem[], known: Known): ReportDimension {
  const { name, weight } = competency;
  const own = known.rated.filter((one) => one.competency === name);
  const levels = levelsOf(own);
  const level = mean(levels);
  const silent = competency.kind === 'culture' && own.length > 0 && own.every(({ verdict }) => !verdict.away);
  const confidence = mean(own.filter(({ verdict }) => verdict.level !== null).map(({ verdict }) => verdict.confidence));
  return {
    name,
    weight,
    score: level === null ? null : Math.round(scoreOf(level)),
    level: level === null ? (silent ? 0 : null) : Math.round(level),
    ...(confidence !== null && { confidence: Math.round(confidence * 100) / 100 }),
    reasons: own.flatMap((one) => reasonsOf(one, competency, levels.length, input, items, known)),
  };
}

function reasonsOf(
  { questionId, verdict }: Rated,
  { name, anchors }: Competency,
  share: number,
  input: ScorerInput,
  items: ReportItem[],
  { visible }: Known,
): ReportDimension['reasons'] {
  const answer = visible.get(questionId);
  const keyPoints = input.items.find(({ question }) => question.id === questionId)?.question.keyPoints ?? [];
  const missing = items.find((item) => item.questionId === questionId)?.missing ?? [];
  const { level, quotes } = verdict;
  if (!answer) return [];
  const shown = quotes.map(({ keyPoint, ...span }) => ({
    kind: 'shown' as const,
    questionId,
    keyPoint: keyPoints[keyPoint - 1] ?? name,
    ...quoteAt(answer, span),
  }));
  if (level === null) return shown;
  const next = Math.floor(level) + 1;
  const wanted = [...(anchors ?? []), ...llmPrompt.anchors].find((anchor) => anchor.level === next);
  const points = Math.round(((scoreOf(level) - 100) / share) * 10) / 10;
  return [
    ...shown,
    ...missing.map((keyPoint) => ({ kind: 'missing' as const, questionId, keyPoint })),
    ...(wanted ? [{ kind: 'deducted' as const, questionId, keyPoint: wanted.text, points }] : []),
  ];
}

function suggestions({ competencies, items: asked }: ScorerInput, items: ReportItem[]) {
  const weightOf = (questionId: string) => {
    const question = asked.find((one) => one.question.id === questionId)?.question;
    const weights = competencies.filter(({ name }) => question?.competencies.includes(name)).map((one) => one.weight);
    return weights.reduce((sum, one) => sum + one, 0) / Math.max(1, question?.keyPoints.length ?? 1);
  };
  return items
    .flatMap(({ questionId, missing }) => missing.map((keyPoint) => ({ questionId, keyPoint })))
    .map((one) => ({ one, weight: weightOf(one.questionId) }))
    .sort((a, b) => b.weight - a.weight || a.one.questionId.localeCompare(b.one.questionId))
    .slice(0, mostSuggestions)
    .map(({ one }) => one);
}
