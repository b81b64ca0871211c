import { spawn } from 'node:child_process';
import { join } from 'node:path';

export type ToolResult = { code: number; stdout: string; stderr: string };

/** Runs a program of node_modules (its JavaScript file, on this same Node) and waits for all of its output. */
export function runTool(
  root: string,
  script: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<ToolResult> {
  return runCommand(root, process.execPath, [join(root, 'node_modules', script), ...args], env);
}

/** The text files of the checkout: tracked ones and those not yet added, without what .gitignore names. */
export async function listFiles(root: string): Promise<string[]> {
  const { code, stdout, stderr } = await runCommand(root, 'git', [
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
  ]);
  if (code !== 0) throw new Error(`git ls-files: ${stderr}`);
  const deleted = await runCommand(root, 'git', ['ls-files', '-z', '--deleted']);
  const gone = new Set(deleted.stdout.split('\0'));
  return [...new Set(stdout.split('\0'))].filter((file) => file !== '' && !gone.has(file)).sort();
}

/** Runs a program of this machine and waits for all of its output. */
export function runCommand(
  cwd: string,
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<ToolResult> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, FORCE_COLOR: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}
