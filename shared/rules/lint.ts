import { holds } from './evaluate.ts';
import { domainOf, type FactName } from './facts.ts';
import type { Rule, RuleSet } from './rule.ts';

/** Values of one fact that all rules treat alike: from the first to the last of them, both included. */
export type Band = { fact: FactName; from: number; to: number };
export type Area = Band[];
export type Finding =
  /** No rule says anything of these: they go to a person. */
  | { kind: 'gap'; area: Area }
  /** Several match; the first of them decides. `agree`: it makes no difference. */
  | { kind: 'overlap'; area: Area; ruleIds: string[]; agree: boolean }
  /** Never decides anything: what it matches, earlier ones do, or nothing does. */
  | { kind: 'idle'; ruleId: string }
  /** A fact that should not decide this. */
  | { kind: 'improper'; ruleId: string; fact: FactName }
  /** It turns people down without a person. */
  | { kind: 'unattended_refusal'; ruleId: string }
  /** Too many facts at once to look at all of their space. */
  | { kind: 'too_wide' };

/** Cells looked at in the whole at most. */
const most = 200_000;

/** Where the rules' thresholds cut a fact's values: every value within a band is treated alike. */
function bandsOf(fact: FactName, rules: Rule[]): Band[] {
  const { least, most: last, step } = domainOf(fact);
  const cuts = rules
    .flatMap(({ when }) => when)
    .filter((one) => one.fact === fact && one.value > least && one.value <= last)
    .map(({ value }) => least + Math.ceil((value - least) / step) * step);
  const starts = [...new Set([least, ...cuts])].sort((a, b) => a - b);
  return starts.map((from, i) => ({ fact, from, to: (starts[i + 1] ?? last + step) - step }));
}

/** Everything a person should know of a set of rules before it goes live. */
export function lint({ rules }: Pick<RuleSet, 'rules'>): Finding[] {
  const on = rules.filter((rule) => rule.on);
  const facts = [...new Set(on.flatMap(({ when }) => when.map(({ fact }) => fact)))];
  const bands = facts.map((fact) => bandsOf(fact, on));
  if (bands.reduce((product, one) => product * one.length, 1) > most) return [{ kind: 'too_wide' }, ...about(on)];
  const cells = product(bands).map((area) => ({ area, matched: on.filter((rule) => matches(rule, area)) }));
  const gaps = merged(cells.filter(({ matched }) => matched.length === 0).map(({ area }) => area));
  return [
    ...gaps.map((area): Finding => ({ kind: 'gap', area })),
    ...overlaps(cells),
    ...on
      .filter((rule) => !cells.some(({ matched }) => matched[0] === rule))
      .map(({ ruleId }): Finding => ({ kind: 'idle', ruleId })),
    ...about(on),
  ];
}

const matches = ({ when }: Rule, area: Area): boolean =>
  when.every((condition) => {
    const band = area.find(({ fact }) => fact === condition.fact);
    return band !== undefined && holds(condition, { [condition.fact]: band.from }) === 'yes';
  });

type Cell = { area: Area; matched: Rule[] };

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

/** What is to be said of single rules. Praise may not buy an offer, nor its lack cost one. */
function about(rules: Rule[]): Finding[] {
  return rules.flatMap((rule): Finding[] => {
    const deciding = rule.concludes !== 'person';
    const improper = rule.when.filter(({ fact }) => fact === 'satisfaction' && deciding);
    const unattended = rule.mode === 'act' && (rule.concludes === 'reject' || rule.concludes === 'pool');
    return [
      ...improper.map(({ fact }): Finding => ({ kind: 'improper', ruleId: rule.ruleId, fact })),
      ...(unattended ? [{ kind: 'unattended_refusal' as const, ruleId: rule.ruleId }] : []),
    ];
  });
}

const product = (bands: Band[][]): Area[] =>
  bands.reduce<Area[]>((areas, one) => areas.flatMap((area) => one.map((band) => [...area, band])), [[]]);

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
