import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..', '..', '..');
const textOf = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

it('every partition stands in docs/access-patterns.md', () => {
  const code = textOf('functions', 'adapters', 'dynamo', 'keys.ts');
  const document = textOf('docs', 'access-patterns.md');
  const ofCompany = [...code.matchAll(/of\(company, '([\w-]+)'/g)].map(([, name]) => `c#co#${name}`);
  const ofNobody = [...code.matchAll(/pk: `(\w+)#/g)].map(([, name]) => `${name}#`);
  expect(ofCompany.length).toBeGreaterThan(50);
  const said = new RegExp(`(${[...new Set([...ofCompany, ...ofNobody])].join('|')})(?![\\w-])`, 'g');
  const named = new Set([...document.matchAll(said)].map(([name]) => name));
  expect([...new Set(ofCompany)].filter((name) => !named.has(name))).toEqual([]);
  expect([...new Set(ofNobody)].filter((name) => !document.includes(name))).toEqual([]);
});
