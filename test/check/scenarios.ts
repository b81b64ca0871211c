import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { listFiles } from './tool.ts';

const page = 'docs/scenarios.md';
const row = /^\| (\d+) \| (.+?) \| (.*) \|$/;

/** The numbers a test names: `SCENARIOS 1-4, 8`. */
export function scenariosIn(source: string): number[] {
  const named = source.matchAll(/\bSCENARIOS ((?:\d+(?:-\d+)?(?:, )?)+)/g);
  const ranges = [...named].flatMap(([, list = '']) => list.split(', ').filter((one) => one !== ''));
  return ranges.flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
}

/** What is wrong with a table of scenarios, given which test names which. */
export function wrongRows(table: string, named: ReadonlyMap<number, readonly string[]>): string[] {
  const rows = table.split('\n').flatMap((line) => {
    const [, no, , tests] = row.exec(line) ?? [];
    return no === undefined ? [] : [{ no: Number(no), tests: tests ?? '', line }];
  });
  const wrong = rows.flatMap(({ no, tests, line }) => {
    const files = [...new Set(named.get(no) ?? [])].sort();
    if (files.length === 0) return [`${page}: no test names scenario ${no}`];
    const wanted = files.map((file) => `\`${file.replace(/^test\//, '')}\``).join(', ');
    return tests === wanted ? [] : [`${page}: should be\n${line.replace(row, `| $1 | $2 | ${wanted} |`)}`];
  });
  const known = new Set(rows.map(({ no }) => no));
  return [...wrong, ...[...named.keys()].filter((no) => !known.has(no)).map((no) => `${page} has no scenario ${no}`)];
}

/** Every scenario is named by the tests that show it, and the table of the documents says which. */
export function scenarioCheck(root: string): Check {
  return {
    name: 'scenarios',
    async run() {
      const files = (await listFiles(root)).filter((file) => /^test\/.*\.test\.tsx?$/.test(file));
      const named = new Map<number, string[]>();
      for (const file of files) {
        if (file.startsWith('test/check/')) continue;
        const found = scenariosIn(await readFile(join(root, file), 'utf8'));
        for (const no of found) named.set(no, [...(named.get(no) ?? []), file]);
      }
      return { problems: wrongRows(await readFile(join(root, page), 'utf8'), named) };
    },
  };
}
