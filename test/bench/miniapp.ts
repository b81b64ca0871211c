import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildMiniapp } from '#test/world/miniapp-build.ts';
import { rounded } from './measure.ts';
import type { BenchRow } from './row.ts';

const kib = 1024;

/** The package WeChat downloads first, and the JavaScript a browser loads before the first page. */
export async function benchMiniapp(): Promise<BenchRow[]> {
  const built = await buildMiniapp({ onProgress: () => undefined });
  const app = JSON.parse(readFileSync(path.join(built.weapp, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
    subpackages?: { root: string }[];
  };
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/$/, ''));
  const files = filesOf(built.weapp).filter((file) => !roots.some((root) => file.startsWith(`${root}/`)));
  const main = files.reduce((sum, file) => sum + statSync(path.join(built.weapp, file)).size, 0) / kib;
  const html = readFileSync(path.join(built.h5, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/<script[^>]+src="([^"]+\.js)"/g)].map(([, src]) => src ?? '');
  const first =
    scripts.reduce((sum, src) => sum + gzipSync(readFileSync(path.join(built.h5, src))).byteLength, 0) / kib;
  return [
    { name: 'mini-program main package', value: rounded(main, 0), unit: 'KiB', aim: '≤ 1024', ok: main <= 1024 },
    {
      name: 'h5 first-load JavaScript, gzipped',
      value: rounded(first, 0),
      unit: 'KiB',
      aim: '≤ 250',
      ok: first <= 250,
    },
  ];
}

const filesOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
