import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check } from './check.ts';

const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
export type Wanted = Partial<Record<(typeof kinds)[number], Record<string, string>>>;
export type Installed = { packages: Record<string, { version?: string; integrity?: string; link?: boolean }> };

const exact = /^(npm:(@[^@/]+\/)?[^@/]+@)?\d+\.\d+\.\d+(-[\w.-]+)?$/;

/** A version that is asked for is one, the lockfile has that one, and what it stands for is known by its content. */
export function pinProblems(wanted: Wanted, { packages }: Installed): string[] {
  const asked = kinds.flatMap((kind) => Object.entries(wanted[kind] ?? {}));
  return [
    ...asked.filter(([, version]) => !exact.test(version)).map(([name, version]) => `${name}: ${version} is a range`),
    ...asked
      .filter(([, version]) => exact.test(version))
      .flatMap(([name, version]) => {
        const locked = packages[`node_modules/${name}`]?.version;
        const bare = version.replace(/^npm:.*@/, '');
        return locked === undefined || locked === bare ? [] : [`${name}: ${bare} is asked for, ${locked} is locked`];
      }),
    ...Object.entries(packages)
      .filter(([path, { integrity, link }]) => path !== '' && link !== true && integrity === undefined)
      .map(([path]) => `package-lock.json: ${path} has no integrity`),
  ];
}

/** What is built today is built tomorrow. */
export function pinCheck(root: string): Check {
  const read = async (file: string) => JSON.parse(await readFile(join(root, file), 'utf8'));
  return {
    name: 'pinned dependencies',
    run: async () => ({
      problems: pinProblems((await read('package.json')) as Wanted, (await read('package-lock.json')) as Installed),
    }),
  };
}
