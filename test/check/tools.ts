import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Check, Findings } from './check.ts';
import { runTool, type ToolResult } from './tool.ts';

const projects = ['', 'miniapp', 'test/world/chat-app', 'test/world/phone/page'];

/** One check for each TypeScript project that is there. */
export function typeChecks(root: string): Check[] {
  return projects
    .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))
    .map((folder) => ({
      name: folder ? `types ${folder}` : 'types',
      run: async () => {
        const info = join('.cache', 'tsc', `${folder.replaceAll('/', '-') || 'root'}.tsbuildinfo`);
        const project = join(folder, 'tsconfig.json');
        const args = ['-p', project, '--noEmit', '--incremental', '--tsBuildInfoFile', info, '--pretty', 'false'];
        const { code, stdout } = await runTool(root, 'typescript/bin/tsc', args);
        return { problems: code === 0 ? [] : stdout.trim().split(/\n(?! )/) };
      },
    }));
}

/** Lint, format, import order. `npx biome check --write` mends most of what it finds. */
export function lintCheck(root: string): Check {
  const args = ['check', '--colors=off', '--max-diagnostics=200', '--error-on-warnings'];
  return {
    name: 'lint and format (biome)',
    run: async () => report(await runTool(root, '@biomejs/biome/bin/biome', args)),
  };
}

/** Files, exports and dependencies that nothing uses. */
export function deadCodeCheck(root: string): Check {
  const args = ['--no-progress', '--no-config-hints', '--reporter', 'compact'];
  return { name: 'dead code (knip)', run: async () => report(await runTool(root, 'knip/bin/knip.js', args)) };
}

function report({ code, stdout, stderr }: ToolResult): Findings {
  return { problems: code === 0 ? [] : [`${stdout}\n${stderr}`.trim()] };
}
