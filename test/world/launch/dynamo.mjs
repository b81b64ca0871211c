import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { npm } from './install.mjs';
import { LaunchError } from './progress.mjs';

/**
 * Sees to it that the world will find a DynamoDB: DYNAMODB_ENDPOINT, or this platform's dynoxide in node_modules or on PATH.
 * Only linux-x64's package is a listed dependency (registries that lack the others would refuse the whole install), so
 * elsewhere it is fetched here, without a trace in package.json.
 */
export async function ensureDynamo(root, env = process.env, platform = `${process.platform}-${process.arch}`) {
  if (env.DYNAMODB_ENDPOINT) return;
  const name = platform.startsWith('win32') ? 'dynoxide.exe' : 'dynoxide';
  const packaged = join(root, 'node_modules', '@dynoxide', platform, name);
  if (existsSync(packaged)) return;

  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const wanted = `@dynoxide/${platform}@${optionalDependencies['@dynoxide/linux-x64']}`;
  process.stderr.write(`Looking for a DynamoDB for ${platform}: ${wanted}\n`);
  await npm(root, ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', wanted]);
  if (existsSync(packaged) || isOnPath(env, name)) return;
  throw new LaunchError(
    `There is no DynamoDB for ${platform}. One of these three helps:\n` +
      '  1. set DYNAMODB_ENDPOINT to a running one, for example DynamoDB Local: DYNAMODB_ENDPOINT=http://127.0.0.1:8000\n' +
      `  2. a package registry that has ${wanted} (this one answered no; see \`npm config get registry\`)\n` +
      '  3. the program `dynoxide` on PATH (dynoxide.dev)',
  );
}

const isOnPath = (env, name) =>
  (env.PATH ?? env.Path ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, name)));
