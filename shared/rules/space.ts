import { holds } from './evaluate.ts';
import { domainOf, type FactName } from './facts.ts';
import type { Rule } from './rule.ts';

/** Values of one fact that all rules treat alike: from the first to the last of them, both included. */
export type Band = { fact: FactName; from: number; to: number };
/** A part of the space: one band of each fact. */
export type Area = Band[];
/** An area with every rule that matches there, in their order: the first decides. */
export type Cell = { area: Area; matched: Rule[] };

/** Cells looked at in the whole at most. */
const most = 200_000;

/** The whole space that these rules divide, cell by cell; undefined where they use too many facts at once. `also`: facts that are to be told apart though no rule reads them. */
export function spaceOf(rules: Rule[], also: FactName[] = []): Cell[] | undefined {
  const facts = [...new Set([...also, ...rules.flatMap(({ when }) => when.map(({ fact }) => fact))])];
  const bands = facts.map((fact) => bandsOf(fact, rules));
  if (bands.reduce((product, one) => product * one.length, 1) > most) return undefined;
  return product(bands).map((area) => ({ area, matched: rules.filter((rule) => matches(rule, area)) }));
}

/** Where the rules' thresholds cut a fact's values: every value within a band is treated alike. */
function bandsOf(fact: FactName, rules: Rule[]): Band[] {
  const { least, most: last, step } = domainOf(fact);
  const cuts = rules
    .flatMap(({ when }) => when)
    .filter((one) => one.fact === fact)
    .flatMap(({ is, value }) => (is === 'is' ? [value, value + step] : [value]))
    .filter((value) => value > least && value <= last)
    .map((value) => least + Math.ceil((value - least) / step) * step);
  const starts = [...new Set([least, ...cuts])].sort((a, b) => a - b);
  return starts.map((from, i) => ({ fact, from, to: (starts[i + 1] ?? last + step) - step }));
}

const matches = ({ when }: Rule, area: Area): boolean =>
  when.every((condition) => {
    const band = area.find(({ fact }) => fact === condition.fact);
    return band !== undefined && holds(condition, { [condition.fact]: band.from }) === 'yes';
  });

const product = (bands: Band[][]): Area[] =>
  bands.reduce<Area[]>((areas, one) => areas.flatMap((area) => one.map((band) => [...area, band])), [[]]);
