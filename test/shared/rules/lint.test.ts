import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds } from '#shared/rules/evaluate.ts';
import { domainOf, type FactName, type Facts } from '#shared/rules/facts.ts';
import { type Finding, lint } from '#shared/rules/lint.ts';
import { mapOf } from '#shared/rules/map.ts';
import type { Condition, Rule } from '#shared/rules/rule.ts';
import type { Area } from '#shared/rules/space.ts';
import { templates } from '#shared/rules/templates.ts';

const facts: FactName[] = ['overall', 'culture', 'source'];
/** Every value a fact can have. */
const values = (fact: FactName): number[] => {
  const { least, most, step } = domainOf(fact);
  return Array.from({ length: Math.round((most - least) / step) + 1 }, (_, i) => least + i * step);
};
const grid: Facts[] = values('overall').flatMap((overall) =>
  values('culture').flatMap((culture) =>
    values('source').map((source) => ({ overall, culture, satisfaction: 3, flags: 0, source })),
  ),
);
const matching = (rules: Rule[], point: Facts) =>
  rules.filter((rule) => rule.on && rule.when.every((one) => holds(one, point) === 'yes')).map(({ ruleId }) => ruleId);
const inside = (area: Area, point: Facts) =>
  area.every(({ fact, from, to }) => (point[fact] ?? -1) >= from && (point[fact] ?? -1) <= to);
const areasOf = (findings: Finding[], kind: 'gap' | 'overlap') =>
  findings.filter((one): one is Extract<Finding, { kind: 'gap' | 'overlap' }> => one.kind === kind);

const condition = fc.constantFrom(...facts).chain((fact): fc.Arbitrary<Condition> => {
  const { least, most, names } = domainOf(fact);
  if (names) return fc.record({ fact: fc.constant(fact), is: fc.constant('is' as const), value: fc.nat(most) });
  return fc.record({
    fact: fc.constant(fact),
    is: fc.constantFrom('at_least' as const, 'less_than' as const),
    // Halves as well: 4.5 of 5 lies between what can occur.
    value: fc.integer({ min: least * 2 - 2, max: most * 2 + 2 }).map((n) => n / 2),
  });
});
const ruleSets = fc
  .array(
    fc.record({
      when: fc.array(condition, { minLength: 1, maxLength: 3 }),
      concludes: fc.constantFrom(
        'second_interview' as const,
        'onboarding' as const,
        'reject' as const,
        'person' as const,
      ),
      on: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => all.map((one, i): Rule => ({ ...one, ruleId: `rule_n${i}`, name: `${i}`, mode: 'propose' })));

describe('the linter against every point of the space', () => {
  test('gaps and overlaps are where they are, all of them and nothing else', () => {
    fc.assert(
      fc.property(ruleSets, (rules) => {
        const findings = lint({ rules });
        const gaps = areasOf(findings, 'gap');
        const overlaps = areasOf(findings, 'overlap');
        for (const point of grid) {
          const matched = matching(rules, point);
          expect(gaps.filter(({ area }) => inside(area, point)).length).toBe(matched.length === 0 ? 1 : 0);
          const found = overlaps.filter(({ area }) => inside(area, point));
          expect(found.map((one) => ('ruleIds' in one ? one.ruleIds : []))).toEqual(
            matched.length > 1 ? [matched] : [],
          );
        }
      }),
      { numRuns: 25 },
    );
  });

  test('an idle rule is first nowhere, any other one is somewhere', () => {
    fc.assert(
      fc.property(ruleSets, (rules) => {
        const idle = lint({ rules }).flatMap((one) => (one.kind === 'idle' ? [one.ruleId] : []));
        const first = new Set(grid.map((point) => matching(rules, point)[0]));
        expect(idle).toEqual(rules.filter(({ on, ruleId }) => on && !first.has(ruleId)).map(({ ruleId }) => ruleId));
      }),
      { numRuns: 25 },
    );
  });
});

describe('the picture of the space', () => {
  test('shows at every point who may decide there, and where several match', () => {
    fc.assert(
      fc.property(ruleSets, (rules) => {
        const map = mapOf({ rules });
        const wrong = grid.filter((point) => {
          const [field, other] = (map?.fields ?? []).filter(({ x, y }) => inside(y === null ? [x] : [x, y], point));
          const matched = matching(rules, point);
          if (field === undefined || other !== undefined || !field.deciders.includes(matched[0] ?? null)) return true;
          return (matched.length > 1 && !field.several) || (map?.hidden.length === 0 && field.deciders.length !== 1);
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('a fact that should not decide', () => {
  const one = (fact: FactName, concludes: Rule['concludes']): Rule => ({
    ruleId: 'rule_one',
    name: 'one',
    when: [{ fact, is: fact === 'source' ? 'is' : 'at_least', value: 1 }],
    concludes,
    mode: 'propose',
    on: true,
  });
  const kinds = (rule: Rule, known?: FactName[]) => lint({ rules: [rule] }, known).map(({ kind }) => kind);

  test('where somebody comes from turns nobody down', () => {
    expect(kinds(one('source', 'reject'))).toContain('improper');
    expect(kinds(one('source', 'second_interview'))).not.toContain('improper');
  });
  test('a dimension that the model does not have is told', () => {
    expect(kinds(one('dimension:抗压', 'pool'), ['overall', 'dimension:沟通'])).toContain('absent');
    expect(kinds(one('dimension:抗压', 'pool'), ['overall', 'dimension:抗压'])).not.toContain('absent');
  });
});

describe('what the sources leave open (MISSION: holes and clashes)', () => {
  const shipped = templates.with_second_interview;
  const withOffer = shipped.rules.map((rule) => ({ ...rule, on: true }));

  test('70-79, and 80 and more with culture below 4, match no rule as shipped', () => {
    const gaps = areasOf(lint(shipped), 'gap');
    expect(gaps).toContainEqual({
      kind: 'gap',
      area: expect.arrayContaining([{ fact: 'overall', from: 70, to: 79 }]),
    });
    const point = (overall: number, culture: number) => ({ overall, culture, satisfaction: 3, flags: 0, source: null });
    for (const open of [point(70, 5), point(79, 5), point(80, 3), point(100, 0)])
      expect(gaps.some(({ area }) => inside(area, open))).toBe(true);
    for (const decided of [point(69, 5), point(80, 4)])
      expect(gaps.some(({ area }) => inside(area, decided))).toBe(false);
  });

  test('90 and more is 80 and more as well: shown, with the order that decides', () => {
    const overlap = areasOf(lint({ rules: withOffer }), 'overlap');
    expect(overlap).toEqual([
      {
        kind: 'overlap',
        area: expect.arrayContaining([
          { fact: 'overall', from: 90, to: 100 },
          { fact: 'satisfaction', from: 5, to: 5 },
          { fact: 'culture', from: 4, to: 5 },
        ]),
        ruleIds: ['rule_outstanding', 'rule_strong'],
        agree: false,
      },
    ]);
  });

  test('praise that buys an offer is improper, and off', () => {
    expect(lint({ rules: withOffer })).toContainEqual({
      kind: 'improper',
      ruleId: 'rule_outstanding',
      fact: 'satisfaction',
    });
    expect(shipped.rules.find(({ ruleId }) => ruleId === 'rule_outstanding')?.on).toBe(false);
    expect(shipped.rules.every(({ mode }) => mode === 'propose')).toBe(true);
  });
});
