// The coefficients of shared/evaluation/model.ts from the development set. Never reads the held-out set.
import { deductions, merits } from '#shared/evaluation/aspects.ts';
import { observed } from '#shared/evaluation/judge-answer.ts';
import { base, type Part } from '#shared/evaluation/model.ts';
import { isGaming, rankCorrelation } from './figures.ts';
import { developmentSet } from './set/index.ts';

const names: Part[] = ['coverage', ...merits, ...deductions];
/** Drawn towards these (a merit, a deduction), so that a word list that fits these authors too well stays small. */
const drawnTo = (name: Part): number => ((deductions as readonly Part[]).includes(name) ? 0.6 : 0.4);
const strength = 8;
const least = 0.08;

const rows = developmentSet.flatMap(({ position, questions, answers }) =>
  answers
    .filter(([, , style]) => !isGaming({ style }))
    .flatMap(([question, level, , text]) => {
      const asked = questions[question];
      if (!asked) return [];
      const { aspects } = observed({ question: { ...asked, id: 'q1', competencies: [] }, answer: { text } });
      const signed = (name: Part) => ((deductions as readonly Part[]).includes(name) ? -aspects[name] : aspects[name]);
      return [{ position, level, x: names.map(signed) }];
    }),
);

function fitted(from: typeof rows): number[] {
  const v = names.map(drawnTo);
  for (let round = 0; round < 150; round += 1)
    names.forEach((name, at) => {
      let above = strength * drawnTo(name);
      let below = strength;
      for (const { x, level } of from) {
        const here = x[at] ?? 0;
        if (here === 0) continue;
        const rest =
          level - base - x.reduce((sum, one, other) => (other === at ? sum : sum + one * (v[other] ?? 0)), 0);
        above += here * rest;
        below += here * here;
      }
      v[at] = Math.max(least, above / below);
    });
  return v;
}

const predicted = (v: number[], { x }: { x: number[] }): number =>
  x.reduce((sum, one, at) => sum + one * (v[at] ?? 0), base);

/** The coefficients the development set asks for, and the rank correlation on positions left out of the fit. Some seconds. */
export function fit(): { coefficients: Map<Part, number>; leftOut: number } {
  const positions = [...new Set(rows.map((row) => row.position))];
  const judged = positions.flatMap((position) => {
    const v = fitted(rows.filter((row) => row.position !== position));
    return rows
      .filter((row) => row.position === position)
      .map((row) => ({ level: row.level, score: predicted(v, row) }));
  });
  const v = fitted(rows);
  return {
    coefficients: new Map(names.map((name, at) => [name, v[at] ?? 0])),
    leftOut: rankCorrelation(
      judged.map((row) => row.score),
      judged.map((row) => row.level),
    ),
  };
}
