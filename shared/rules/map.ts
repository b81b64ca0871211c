import type { FactName } from './facts.ts';
import type { Rule, RuleSet } from './rule.ts';
import { type Band, type Cell, spaceOf } from './space.ts';

/**
 * A field of the picture. `deciders`: who decides there, in the order of the rules; null: nobody, it goes to a person;
 * more than one where it depends on what the picture does not show. `several`: somewhere in it more than one rule matches.
 */
export type Field = { x: Band; y: Band | null; deciders: (string | null)[]; several: boolean };
/** The space as a picture: overall scores along it, culture or the next fact up it; `hidden`: facts it cannot show. */
export type RuleMap = { x: FactName; y: FactName | null; hidden: FactName[]; fields: Field[] };

const across: FactName = 'overall';

/** Which rule decides where; null where it is too much to look at. */
export function mapOf({ rules }: Pick<RuleSet, 'rules'>): RuleMap | null {
  const on = rules.filter((rule) => rule.on);
  const others = [...new Set(on.flatMap(({ when }) => when.map(({ fact }) => fact)))].filter((fact) => fact !== across);
  const up = others.find((fact) => fact === 'culture') ?? others[0] ?? null;
  const cells = spaceOf(on, up === null ? [across] : [across, up]);
  if (cells === undefined) return null;
  const bandOf = ({ area }: Cell, name: FactName | null) => area.find(({ fact }) => fact === name);
  const groups = Map.groupBy(cells, (cell) => `${bandOf(cell, across)?.from} ${bandOf(cell, up)?.from}`);
  const fields = [...groups.values()].flatMap((group): Field[] => {
    const [first] = group;
    const x = first && bandOf(first, across);
    if (first === undefined || x === undefined) return [];
    const several = group.some(({ matched }) => matched.length > 1);
    return [{ x, y: bandOf(first, up) ?? null, deciders: decidersOf(group, on), several }];
  });
  return { x: across, y: up, hidden: others.filter((fact) => fact !== up), fields };
}

function decidersOf(group: Cell[], rules: Rule[]): (string | null)[] {
  const found = new Set(group.map(({ matched }) => matched[0]?.ruleId ?? null));
  return [...rules.map(({ ruleId }) => ruleId), null].filter((one) => found.has(one));
}
