import { domainOf, type FactName } from './facts.ts';
import type { Rule, RuleSet } from './rule.ts';
import { type Area, type Cell, spaceOf } from './space.ts';

export type Finding =
  /** No rule says anything of these: they go to a person. */
  | { kind: 'gap'; area: Area }
  /** Several match; the first of them decides. `agree`: it makes no difference. */
  | { kind: 'overlap'; area: Area; ruleIds: string[]; agree: boolean }
  /** Never decides anything: what it matches, earlier ones do, or nothing does. */
  | { kind: 'idle'; ruleId: string }
  /** A fact that should not decide this. */
  | { kind: 'improper'; ruleId: string; fact: FactName }
  /** The position has no such fact (any more): the rule never matches. */
  | { kind: 'absent'; ruleId: string; fact: FactName }
  /** It turns people down without a person. */
  | { kind: 'unattended_refusal'; ruleId: string }
  /** Too many facts at once to look at all of their space. */
  | { kind: 'too_wide' };

/** Everything a person should know of a set of rules before it goes live. `known`: the facts that this position has. */
export function lint({ rules }: Pick<RuleSet, 'rules'>, known?: FactName[]): Finding[] {
  const on = rules.filter((rule) => rule.on);
  const cells = spaceOf(on);
  if (cells === undefined) return [{ kind: 'too_wide' }, ...about(on, known)];
  const gaps = merged(cells.filter(({ matched }) => matched.length === 0).map(({ area }) => area));
  return [
    ...gaps.map((area): Finding => ({ kind: 'gap', area })),
    ...overlaps(cells),
    ...on
      .filter((rule) => !cells.some(({ matched }) => matched[0] === rule))
      .map(({ ruleId }): Finding => ({ kind: 'idle', ruleId })),
    ...about(on, known),
  ];
}

function overlaps(cells: Cell[]): Finding[] {
  const groups = Map.groupBy(
    cells.filter(({ matched }) => matched.length > 1),
    ({ matched }) => matched.map(({ ruleId }) => ruleId).join(' '),
  );
  return [...groups.values()].flatMap((group) => {
    const rules = group[0]?.matched ?? [];
    const agree = rules.every(({ concludes }) => concludes === rules[0]?.concludes);
    return merged(group.map(({ area }) => area)).map(
      (area): Finding => ({ kind: 'overlap', area, ruleIds: rules.map(({ ruleId }) => ruleId), agree }),
    );
  });
}

/** What is to be said of single rules. */
function about(rules: Rule[], known: FactName[] | undefined): Finding[] {
  return rules.flatMap((rule): Finding[] => {
    const { ruleId, when, mode } = rule;
    const facts = [...new Set(when.map(({ fact }) => fact))];
    return [
      ...facts.filter((fact) => isImproper(fact, rule)).map((fact): Finding => ({ kind: 'improper', ruleId, fact })),
      ...facts
        .filter((fact) => known?.includes(fact) === false)
        .map((fact): Finding => ({ kind: 'absent', ruleId, fact })),
      ...(mode === 'act' && turnsDown(rule) ? [{ kind: 'unattended_refusal' as const, ruleId }] : []),
    ];
  });
}

const turnsDown = ({ concludes }: Rule): boolean => concludes === 'reject' || concludes === 'pool';

/** Praise may not buy an offer, nor its lack cost one; and where somebody comes from is nothing that they can or cannot do. */
const isImproper = (fact: FactName, rule: Rule): boolean =>
  (fact === 'satisfaction' && rule.concludes !== 'person') || (fact === 'source' && turnsDown(rule));

/** Neighbouring areas that differ in one fact only become one, until none do: fewer to read, the same space. */
function merged(areas: Area[]): Area[] {
  let all = areas;
  for (let before = -1; before !== all.length; ) {
    before = all.length;
    const facts = all[0]?.map(({ fact }) => fact) ?? [];
    for (const fact of facts) all = mergedAlong(all, fact);
  }
  return all;
}

const widened = (area: Area, fact: FactName, to: number): Area =>
  area.map((band) => (band.fact === fact ? { ...band, to } : band));

function mergedAlong(areas: Area[], fact: FactName): Area[] {
  const others = (area: Area) =>
    area
      .filter((band) => band.fact !== fact)
      .map(({ fact: name, from, to }) => `${name} ${from} ${to}`)
      .join();
  const { step } = domainOf(fact);
  return [...Map.groupBy(areas, others).values()].flatMap((group) => {
    const along = (area: Area) => area.find((band) => band.fact === fact) ?? { fact, from: 0, to: 0 };
    const sorted = [...group].sort((a, b) => along(a).from - along(b).from);
    const done: Area[] = [];
    for (const area of sorted) {
      const last = done.at(-1);
      const touches = last !== undefined && along(last).to + step === along(area).from;
      if (!touches) done.push(area);
      else done.splice(-1, 1, widened(last, fact, along(area).to));
    }
    return done;
  });
}
