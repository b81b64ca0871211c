import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles, runTool } from './tool.ts';

/** A CloudFormation template as `serverless package` writes it. Values may be intrinsic functions anywhere. */
export type Template = {
  Resources: Record<string, Resource>;
  Conditions?: Record<string, unknown>;
  Parameters?: Record<string, unknown>;
  Outputs?: Record<string, { Value: unknown; Condition?: string }>;
};
export type Resource = {
  Type: string;
  Properties?: Record<string, unknown>;
  Condition?: string;
  DependsOn?: string | string[];
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
};

const inputs = /^(serverless\.yml|package-lock\.json|(functions|shared)\/.*)$/;
const file = 'cloudformation-template-update-stack.json';

/**
 * Packages every function as a deployment would, without credentials, and gives the template. Kept until a file that goes
 * into it changes. Throws with what the framework says.
 */
export async function packageTemplate(root: string): Promise<Template> {
  const cache = join(root, '.cache', 'template');
  const kept = join(cache, `${await hashOf(root)}.json`);
  if (!existsSync(kept)) {
    const folder = await mkdtemp(join(tmpdir(), 'mianliao-package-'));
    try {
      const args = ['package', '--package', folder];
      const run = await runTool(root, 'serverless/bin/serverless.js', args, nobody(folder));
      if (run.code !== 0) throw new Error(`serverless package said: ${run.stdout}${run.stderr}`);
      const template = await readFile(join(folder, file), 'utf8');
      await rm(cache, { recursive: true, force: true });
      await mkdir(cache, { recursive: true });
      await writeWhole(kept, template);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return JSON.parse(await readFile(kept, 'utf8')) as Template;
}

/** Somebody with no account: no credentials in the environment, none at home, and nowhere to ask for some. */
function nobody(home: string): NodeJS.ProcessEnv {
  const withoutAws = Object.keys(process.env).filter((name) => name.startsWith('AWS_') || name.startsWith('SLS_'));
  return {
    ...Object.fromEntries(withoutAws.map((name) => [name, undefined])),
    HOME: home,
    USERPROFILE: home,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

async function hashOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  const files = (await listFiles(root)).filter((name) => inputs.test(name) && !name.endsWith('.test.ts'));
  for (const name of files) hash.update(name).update(await readFile(join(root, name)));
  return hash.digest('hex').slice(0, 16);
}

/** Under its name only once it is whole: two checks may run at a time. */
async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.${process.pid}`, text);
  await rename(`${path}.${process.pid}`, path);
}
