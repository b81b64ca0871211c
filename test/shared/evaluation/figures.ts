import { judgeByRubric } from '#shared/evaluation/rubric-scorer.ts';
import type { RatedPosition, Style } from './set/position.ts';

export type Scored = {
  position: string;
  question: number;
  level: number;
  style: Style;
  text: string;
  score: number;
  flags: string[];
};

/** Each answer judged alone, as an item that knows nothing of the others. */
export function scoreOf(position: RatedPosition, question: number, text: string): { score: number; flags: string[] } {
  const asked = position.questions[question];
  if (!asked) throw new Error(`${position.position} has no question ${question}`);
  const { judgement, estimates } = judgeByRubric({
    competencies: [{ name: '综合', weight: 1, description: '' }],
    items: [{ question: { ...asked, id: 'q1', competencies: ['综合'] }, answer: { text } }],
  });
  const item = judgement.items[0];
  return { score: item?.score ?? estimates.items[0]?.score ?? 0, flags: item?.flags ?? [] };
}

export const scored = (set: RatedPosition[]): Scored[] =>
  set.flatMap((position) =>
    position.answers.map(([question, level, style, text]) => ({
      position: position.position,
      question,
      level,
      style,
      text,
      ...scoreOf(position, question, text),
    })),
  );

function ranks(values: number[]): number[] {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const result = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && order[to]?.value === order[from]?.value) to += 1;
    for (const { at } of order.slice(from, to)) result[at] = (from + to - 1) / 2;
    from = to;
  }
  return result;
}

/** Spearman's rank correlation; ties share their rank. */
export function rankCorrelation(one: number[], other: number[]): number {
  const [a, b] = [ranks(one), ranks(other)];
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const product = (x: number[], mx: number, y: number[], my: number) =>
    x.reduce((sum, value, at) => sum + (value - mx) * ((y[at] ?? 0) - my), 0);
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb));
}

export const isGaming = ({ style }: { style: Style }): boolean => style.startsWith('game_');

export type Figures = {
  all: number;
  sincere: number;
  /** What the length of the text alone would reach on the sincere answers. */
  byLength: number;
  /** Share of pairs of a gaming answer and a level-3 answer in which the gaming one scores lower, and the same within a question. */
  gamingBelow: number;
  gamingBelowSameQuestion: number;
};

export function figuresOf(rows: Scored[]): Figures {
  const sincere = rows.filter((row) => !isGaming(row));
  const gaming = rows.filter(isGaming);
  const threes = sincere.filter((row) => row.level === 3);
  const pairs = gaming.flatMap((one) => threes.map((three) => ({ one, three })));
  const same = pairs.filter(({ one, three }) => one.position === three.position && one.question === three.question);
  const below = (of: typeof pairs) =>
    of.filter(({ one, three }) => one.score < three.score).length / Math.max(1, of.length);
  const levels = (of: Scored[]) => of.map((row) => row.level);
  return {
    all: rankCorrelation(
      rows.map((row) => row.score),
      levels(rows),
    ),
    sincere: rankCorrelation(
      sincere.map((row) => row.score),
      levels(sincere),
    ),
    byLength: rankCorrelation(
      sincere.map((row) => row.text.length),
      levels(sincere),
    ),
    gamingBelow: below(pairs),
    gamingBelowSameQuestion: below(same),
  };
}

/** Median and range of the scores by level, and by style. */
export function tableOf(rows: Scored[]): { name: string; count: number; low: number; median: number; high: number }[] {
  const group = (name: string, of: Scored[]) => {
    const sorted = of.map((row) => row.score).sort((a, b) => a - b);
    return {
      name,
      count: sorted.length,
      low: sorted[0] ?? 0,
      median: sorted[Math.floor(sorted.length / 2)] ?? 0,
      high: sorted.at(-1) ?? 0,
    };
  };
  const sincere = rows.filter((row) => !isGaming(row));
  const names = [...new Set(rows.map((row) => row.style))].sort();
  return [
    ...[1, 2, 3, 4, 5].map((level) =>
      group(
        `level ${level}`,
        sincere.filter((row) => row.level === level),
      ),
    ),
    ...names.map((style) =>
      group(
        style,
        rows.filter((row) => row.style === style),
      ),
    ),
  ];
}
