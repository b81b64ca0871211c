import { describe, expect, test } from 'vitest';
import { findAddresses, findResolved } from './addresses.ts';
import { type Module, unfitForPhone, useCasesCallingUseCases } from './boundaries.ts';
import { runChecks } from './check.ts';
import { contestedClasses } from './classes.ts';
import { findChineseLiterals } from './literals.ts';
import { findImpurities } from './purity.ts';
import { scenariosIn, wrongRows } from './scenarios.ts';

describe('Chinese only in copy', () => {
  test.each([
    ['a string', `const a = '你好';`],
    ['double quotes', `const a = "结束";`],
    ['a template', 'const a = `已完成`;'],
    ['the head of a template', 'const a = `已完成${n}`;'],
    ['the middle of a template', 'const a = `${n}面试${m}`;'],
    ['the tail of a template', 'const a = `${n}分`;'],
    ['text between tags', 'const a = <View>结束</View>;'],
    ['an attribute', 'const a = <View title="更多" />;'],
    ['a quoted key', `const a = { '姓名': 1 };`],
    ['an import', `import a from './简历.ts';`],
    ['a literal type', `type A = '待评估';`],
    ['full-width punctuation alone', `const a = b.join('、');`],
    ['an escape', `const a = '\\u4f60';`],
  ])('finds %s', (_, source) => {
    expect(findChineseLiterals('a.tsx', source)).toHaveLength(1);
  });

  test.each([
    ['a line comment', `const a = 1; // 待评估`],
    ['a block comment', `/** 已预约 → 面试中 */ const a = 1;`],
    ['a comment between tags', 'const a = <View>{/* 结束 */}</View>;'],
    ['a quote inside a comment', `// it's 'your' 评估\nconst a = 'x';`],
    ['a regular expression', `const a = /[。！？]/;`],
    ['English', 'const a = `It’s ${n} — “done” …`;'],
  ])('leaves %s alone', (_, source) => {
    expect(findChineseLiterals('a.tsx', source)).toEqual([]);
  });

  test('says where', () => {
    expect(findChineseLiterals('x/a.tsx', `// 注释\nconst a = (\n  <View>\n    结束\n  </View>\n);`)).toEqual([
      'x/a.tsx:4  结束',
    ]);
    expect(findChineseLiterals('x/a.ts', `\n\n// 注释\nconst a = '是';`)).toEqual(['x/a.ts:4  是']);
  });
});

describe('shared is pure', () => {
  test.each([
    'new Date()',
    'new Date',
    'Date()',
    'Date.now()',
    'Math.random()',
    'crypto.randomUUID()',
    'process.env.A',
    'fetch(url)',
    'Temporal.Now.instant()',
    'setTimeout(f, 1)',
  ])('finds %s', (expression) => {
    expect(findImpurities('a.ts', `export const a = () => ${expression};`)).not.toEqual([]);
  });

  test.each([
    'new Date(now)',
    'Date.parse(text)',
    'Math.round(x)',
    'Temporal.Instant.from(now)',
    'state.process',
    '"Date.now()"',
  ])('leaves %s alone', (expression) => {
    expect(findImpurities('a.ts', `export const a = () => ${expression};`)).toEqual([]);
  });
});

describe('no registry addresses', () => {
  const host = (...parts: string[]) => parts.join('.');

  test.each([
    host('registry', 'npmjs', 'org'),
    host('registry', 'npmmirror', 'com'),
    host('npm', 'pkg', 'github', 'com'),
    host('acme', 'jfrog', 'io'),
    host('mirrors', 'tencent', 'com'),
    '/home/me/mianliao/x',
  ])('finds %s', (address) => {
    expect(findAddresses('a.md', `one\nsee https://${address}/x`, '/home/me/mianliao')).toEqual([
      `a.md:2  ${address.startsWith('/') ? '/home/me/mianliao' : address}`,
    ]);
  });

  test('leaves other addresses alone', () => {
    const text = 'https://www.npmjs.com/package/zod https://api.weixin.qq.com https://sms.tencentcloudapi.com npm.md';
    expect(findAddresses('a.md', text, '/home/me/mianliao')).toEqual([]);
  });

  test('finds a resolved address in the lockfile', () => {
    const packages = { '': {}, 'node_modules/a': {}, 'node_modules/b': { resolved: 'https://somewhere/b.tgz' } };
    expect(findResolved({ packages })).toHaveLength(1);
    expect(findResolved({ packages: { '': {}, 'node_modules/a': {} } })).toEqual([]);
  });
});

describe('boundaries beyond one edge', () => {
  const module = (source: string, ...to: string[]): Module => ({
    source,
    dependencies: to.map((entry) => {
      const [resolved = '', ...dependencyTypes] = entry.split(' ');
      return { resolved, dependencyTypes };
    }),
  });

  test('a use case that imports another is found, a shared load is not', () => {
    const routes = module('functions/routes.ts', 'functions/interview/start.ts', 'functions/interview/end.ts');
    const apart = [routes, module('functions/interview/end.ts', 'functions/interview/load.ts')];
    expect(useCasesCallingUseCases(apart)).toEqual([]);
    const joined = [routes, module('functions/interview/end.ts', 'functions/interview/start.ts')];
    expect(useCasesCallingUseCases(joined)).toHaveLength(1);
    const typed = [routes, module('functions/interview/end.ts', 'functions/interview/start.ts type-only')];
    expect(useCasesCallingUseCases(typed)).toEqual([]);
  });

  test('what a page reaches at run time is followed to the end, what it knows by type is not', () => {
    const page = (to: string) => module('miniapp/src/pages/a.tsx', to);
    const middle = module('shared/organisation/progress.ts', 'node_modules/zod/index.d.cts npm');
    expect(unfitForPhone([page('shared/organisation/progress.ts'), middle])).toHaveLength(1);
    expect(unfitForPhone([page('shared/organisation/progress.ts type-only'), middle])).toEqual([]);
    expect(unfitForPhone([page('fs core')])).toHaveLength(1);
    expect(unfitForPhone([page('shared/evaluation/scorer.ts')])).toHaveLength(1);
  });
});

test('a check that fails or breaks counts as failed, and the others still run', async () => {
  const lines: string[] = [];
  const tally = await runChecks(
    [
      { name: 'fine', run: async () => ({ problems: [] }) },
      { name: 'bad', run: async () => ({ problems: ['a.ts:1  wrong'] }) },
      { name: 'broken', run: () => Promise.reject(new Error('boom')) },
      { name: 'fine too', run: async () => ({ problems: [], warnings: ['long'] }) },
    ],
    (line) => lines.push(line),
  );
  expect(tally).toEqual({ passed: 2, failed: 2 });
  expect(lines.join('\n')).toMatch(/✗ bad[^\n]*1 to fix\n {4}a\.ts:1 {2}wrong/);
  expect(lines.join('\n')).toContain('boom');
});

describe('scenarios', () => {
  test.each([
    ['a (SCENARIOS 1-4, 8, 9)', [1, 2, 3, 4, 8, 9]],
    ['SCENARIOS 12: b', [12]],
    ['SCENARIOS 2, 8 and SCENARIOS 20', [2, 8, 20]],
    ['of SCENARIOS.md', []],
  ])('%s', (source, numbers) => expect(scenariosIn(source)).toEqual(numbers));

  const table = '| no. | what | shown by |\n|---|---|---|\n| 1 | a | `a.test.ts` |\n| 2 | b |  |';

  test('a table that says what the tests say is true', () => {
    const named = new Map([
      [1, ['test/a.test.ts']],
      [2, ['test/c.test.ts', 'test/b.test.ts']],
    ]);
    expect(wrongRows(table.replace('|  |', '| `b.test.ts`, `c.test.ts` |'), named)).toEqual([]);
  });

  test('a scenario without a test, one that is not in the table, a test that is missing there', () => {
    const named = new Map([
      [1, ['test/a.test.ts', 'test/b.test.ts']],
      [3, ['test/b.test.ts']],
    ]);
    expect(wrongRows(table, named).map((line) => line.split('\n')[0])).toEqual([
      'docs/scenarios.md: should be',
      'docs/scenarios.md: no test names scenario 2',
      'docs/scenarios.md has no scenario 3',
    ]);
  });
});

describe('classes', () => {
  const wide = '.card { width: 2px } .card .title { width: 3px } @media (min-width: 900px) { .card { width: 4px } }';
  test('a class that two style sheets paint in two ways is found', () =>
    expect(
      contestedClasses(
        new Map([
          ['a.scss', wide],
          ['b.scss', '.card { width: 5px }'],
        ]),
      ),
    ).toEqual(['.card means different things in a.scss, b.scss']));
  test('the same said twice, and what stands below another, is not', () =>
    expect(
      contestedClasses(
        new Map([
          ['a.scss', wide],
          ['b.scss', '.card { width: 2px } .other .card { width: 5px }'],
        ]),
      ),
    ).toEqual([]));
});
