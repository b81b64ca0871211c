import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { listFiles } from './tool.ts';

const page = 'docs/operations.md';

/** Alarms and queues that a template names, whether it is written as YAML or as JSON. */
export function namedIn(templates: readonly string[]): { alarms: string[]; deadLetters: string[] } {
  const names = templates.flatMap((text) =>
    [...text.matchAll(/^ +"?(\w+)"?:(?: \{)?$/gm)].map(([, name = '']) => name),
  );
  const ending = (end: string) => [...new Set(names.filter((name) => name.endsWith(end)))].sort();
  return { alarms: ending('Alarm'), deadLetters: ending('DeadLetters') };
}

/** Where a page of what to do and the alarms that wake somebody do not say the same. */
export function runbookProblems(text: string, { alarms, deadLetters }: ReturnType<typeof namedIn>): string[] {
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  const lines = rows.flatMap((line) => {
    const [, name, means = '', does = ''] = /^\| `(\w+Alarm)` \| (.*) \| (.*) \|$/.exec(line) ?? [];
    return name === undefined ? [] : [{ name, whole: means.trim() !== '' && does.trim() !== '' }];
  });
  const written = lines.map(({ name }) => name);
  return [
    ...alarms.filter((name) => !written.includes(name)).map((name) => `${page}: what to do on ${name}?`),
    ...written.filter((name) => !alarms.includes(name)).map((name) => `${page}: nothing raises ${name}`),
    ...written.filter((name, at) => written.indexOf(name) !== at).map((name) => `${page}: ${name} twice`),
    ...lines.filter(({ whole }) => !whole).map(({ name }) => `${page}: ${name} says too little`),
    ...deadLetters
      .filter((name) => !rows.some((line) => line.split('|')[2]?.trim() === `\`${name}\``))
      .map((name) => `${page}: how is ${name} redriven?`),
  ];
}

/** Whoever is woken finds a line by the alarm's own name, and no line speaks of what wakes nobody. */
export function runbookCheck(root: string): Check {
  return {
    name: 'runbook',
    async run() {
      const files = (await listFiles(root)).filter((file) => /^functions\/serverless\/.*\.(yml|json)$/.test(file));
      const read = (file: string) => readFile(join(root, file), 'utf8');
      const named = namedIn(await Promise.all(files.map(read)));
      return { problems: runbookProblems(await read(page), named) };
    },
  };
}
