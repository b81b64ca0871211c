import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { scanSources } from './sources.ts';

const text =
  /\.([cm]?[jt]sx?|json|ya?ml|md|txt|sh|html|s?css|toml|npmrc|nvmrc|gitignore|gitattributes|editorconfig)$|^\.ci\/|^LICENSE$/;

/** The lockfile works with any registry, and nothing committed names one, or this machine's folders. */
export function addressCheck(root: string): Check {
  return {
    name: 'no registry addresses',
    run: async () => {
      const lockfile = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as Lockfile;
      const named = await scanSources(root, text, (file, source) => findAddresses(file, source, root));
      return { problems: [...findResolved(lockfile), ...named.problems] };
    },
  };
}

export type Lockfile = { packages: Record<string, { resolved?: string }> };

/** Packages whose download address is written down (`omit-lockfile-registry-resolved` in .npmrc keeps them out). */
export function findResolved({ packages }: Lockfile): string[] {
  return Object.entries(packages)
    .filter(([, entry]) => entry.resolved?.includes('://'))
    .map(([path, entry]) => `package-lock.json: ${path} has resolved: ${entry.resolved}`);
}

/** Names of package registries and of the checkout's own folder: `file:line  text`. */
export function findAddresses(file: string, source: string, checkout: string): string[] {
  const registry =
    /\b(?:registry|npm|mirrors?)\.[a-z0-9.-]*(?:npm|yarnpkg|github|tencent|aliyun|huawei)[a-z0-9.-]*\.(?:org|com|cn)\b/i;
  const hosted = /\b[a-z0-9-]+\.(?:jfrog\.io|codeartifact\.[a-z0-9.-]+)\b|\bartifactory\./i;
  return source.split('\n').flatMap((line, index) => {
    const hit =
      line.match(registry)?.[0] ?? line.match(hosted)?.[0] ?? (line.includes(`${checkout}/`) ? checkout : undefined);
    return hit === undefined ? [] : [`${file}:${index + 1}  ${hit}`];
  });
}
