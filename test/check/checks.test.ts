import { describe, expect, test } from 'vitest';
import { findAddresses, findResolved } from './addresses.ts';
import { advisoryProblems } from './advisories.ts';
import { type Module, unfitForPhone, useCasesCallingUseCases } from './boundaries.ts';
import { runChecks } from './check.ts';
import { contestedClasses } from './classes.ts';
import { licenceProblems, licenceTables, packagesOf } from './licences.ts';
import { findChineseLiterals } from './literals.ts';
import { pinProblems } from './pins.ts';
import { findImpurities } from './purity.ts';
import { namedIn, runbookProblems } from './runbook.ts';
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

describe('runbook', () => {
  const yaml = 'Resources:\n  LateAlarm:\n    Type: x\n  OneDeadLetters:\n    Type: y\n';
  const json = '{\n  "Resources": {\n    "FarAlarm": {\n      "Type": "x" } } }';
  const page = '| `LateAlarm` | late | look |\n| `FarAlarm` | far | look |\n| `One` | `OneDeadLetters` | safe |';
  const named = namedIn([yaml, json]);

  test('alarms and queues of both kinds of template are known', () =>
    expect(named).toEqual({ alarms: ['FarAlarm', 'LateAlarm'], deadLetters: ['OneDeadLetters'] }));
  test('a page that has a line for each is whole', () => expect(runbookProblems(page, named)).toEqual([]));
  test.each([
    ['an alarm without a line', page.replace('`FarAlarm`', 'far'), ['what to do on FarAlarm?']],
    ['a line without an alarm', `${page}\n| \`OldAlarm\` | old | look |`, ['nothing raises OldAlarm']],
    ['a line twice', `${page}\n| \`FarAlarm\` | far | look |`, ['FarAlarm twice']],
    ['a line that says nothing to do', page.replace('| late | look |', '| late |  |'), ['LateAlarm says too little']],
    ['a queue that nobody redrives', page.replace('`OneDeadLetters`', 'none'), ['how is OneDeadLetters redriven?']],
  ])('%s', (_, text, says) =>
    expect(runbookProblems(text, named)).toEqual(says.map((one) => `docs/operations.md: ${one}`)),
  );
});

describe('dependencies', () => {
  const locked = (version: string) => ({ packages: { 'node_modules/a': { version, integrity: 'sha512-x' } } });
  test.each([
    ['exact', { dependencies: { a: '1.2.3' } }, locked('1.2.3'), []],
    ['another name', { devDependencies: { a: 'npm:@b/c@1.2.3-r.1' } }, locked('1.2.3-r.1'), []],
    ['a caret', { dependencies: { a: '^1.2.3' } }, locked('1.2.3'), ['a: ^1.2.3 is a range']],
    ['a tilde', { devDependencies: { a: '~1.2.3' } }, locked('1.2.3'), ['a: ~1.2.3 is a range']],
    [
      'a range behind another name',
      { devDependencies: { a: 'npm:b@^1.2.3' } },
      locked('1.2.3'),
      ['a: npm:b@^1.2.3 is a range'],
    ],
    ['a tag', { optionalDependencies: { a: 'latest' } }, locked('1.2.3'), ['a: latest is a range']],
    [
      'another one than is locked',
      { dependencies: { a: '1.2.4' } },
      locked('1.2.3'),
      ['a: 1.2.4 is asked for, 1.2.3 is locked'],
    ],
    [
      'of unknown content',
      {},
      { packages: { '': {}, 'node_modules/b': { version: '1.0.0' } } },
      ['package-lock.json: node_modules/b has no integrity'],
    ],
  ])('%s', (_, wanted, installed, says) => expect(pinProblems(wanted, installed)).toEqual(says));

  const lock = (license: unknown, more = {}) =>
    packagesOf({ packages: { '': {}, 'node_modules/x/node_modules/a': { version: '1.0.0', license, ...more } } });
  test.each([
    ['MIT', []],
    ['(MIT OR GPL-3.0-or-later)', []],
    ['Apache-2.0 AND MIT', []],
    ['GPL-2.0', ['a@1.0.0: GPL-2.0 is not among the licences that are looked at']],
    ['MIT AND AGPL-3.0', ['a@1.0.0: MIT AND AGPL-3.0 is not among the licences that are looked at']],
    [undefined, ['a@1.0.0: none is not among the licences that are looked at']],
  ])('under %s', (license, says) => expect(licenceProblems(lock(license))).toEqual(says));
  test('are listed by name where they are handed on, and counted where they are not', () => {
    expect(licenceTables(lock('MIT'), new Set(['a']))).toContain('| a | 1.0.0 | MIT |');
    expect(licenceTables(lock('MIT'), new Set())).toContain('| MIT | a |');
    expect(licenceTables(lock('MIT', { dev: true }), new Set())).toContain('| MIT | 1 |');
  });

  const advisory = { title: 'Bad', url: 'https://advisories.test/1', severity: 'high' };
  const report = { vulnerabilities: { a: { severity: 'high', via: [advisory] }, b: { severity: 'high', via: ['a'] } } };
  test('a known fault is told until somebody explains it, an explanation until the fault is gone', () => {
    expect(advisoryProblems(report, {}).problems).toEqual(['a: Bad (high) https://advisories.test/1']);
    const known = { [advisory.url]: 'it is not called' };
    expect(advisoryProblems(report, known)).toEqual({
      problems: [],
      warnings: ['a: Bad (high) https://advisories.test/1: it is not called'],
    });
    expect(advisoryProblems({ vulnerabilities: {} }, known).problems).toEqual([
      'https://advisories.test/1 is explained, and not there any more',
    ]);
  });
  test('a registry without advisories is told, and fails nothing', () =>
    expect(advisoryProblems({ message: '405' }, {})).toEqual({
      problems: [],
      warnings: ['not asked: the registry here keeps no advisories'],
    }));
});
