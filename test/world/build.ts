import { cpSync, rmSync } from 'node:fs';
import { buildMiniapp } from './miniapp-build.ts';

/** `npm run build`: the mini-program for WeChat and for browsers, to `dist/`. */
const built = await buildMiniapp({ onProgress: (line) => process.stdout.write(`${line}\n`) });
for (const target of ['weapp', 'h5'] as const) {
  const to = `dist/${target}`;
  rmSync(to, { recursive: true, force: true });
  cpSync(built[target], to, { recursive: true });
  process.stdout.write(`${to}\n`);
}
