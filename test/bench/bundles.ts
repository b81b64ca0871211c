import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { median, rounded } from './measure.ts';
import type { BenchRow } from './row.ts';

const root = resolve(import.meta.dirname, '..', '..');
const rounds = 15;
const maximum = { kilobytes: 600, times: 1.4 };
const bare = 'bare-client';
const bareCut = 'bare-client-cut';

/** What a function that does nothing but hold a client starts with. */
const bareSource = `
  import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
  export const client = new DynamoDBClient({ region: process.env.AWS_REGION });
`;

/**
 * Each function as it is deployed: the size of its bundle, and how long a fresh process takes to import it against the
 * bare client, bundled and minified alike but whole. Our bundles leave out where the client looks for credentials that
 * Lambda never has; what the client alone would gain by that is printed beside it.
 * Each is set against the yardstick of its own round, so that a busy moment of the machine falls on both.
 */
export async function benchBundles(): Promise<BenchRow[]> {
  // Far from node_modules: a bundle that is not whole does not start.
  const folder = await mkdtemp(join(tmpdir(), 'mianliao-bundles-'));
  try {
    await lendRuntime(folder);
    const handlers = await deployedHandlers();
    for (const name of handlers) await bundle(folder, name, { entryPoints: [`functions/handlers/${name}.ts`] });
    const bareEntry = { stdin: { contents: bareSource, resolveDir: root } };
    await bundle(folder, bare, { ...bareEntry, external: [] });
    await bundle(folder, bareCut, bareEntry);
    const times = importTimes(folder, [bare, bareCut, ...handlers]);
    const roundsOf = (name: string) => times.get(name) ?? [];
    const sizes = await Promise.all(handlers.map((name) => stat(join(folder, `${name}.mjs`))));
    return [
      ...handlers.map((name, i) => sizeRow(name, (sizes[i]?.size ?? Number.NaN) / 1000)),
      yardstickRow('bare DynamoDB client: import', median(roundsOf(bare)), 'yardstick'),
      yardstickRow('… without credential providers', median(roundsOf(bareCut)), 'for comparison'),
      ...handlers.map((name) => timeRow(name, median(roundsOf(name).map((ms, i) => ms / (roundsOf(bare)[i] ?? ms))))),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What Lambda's runtime brings, and the bundles leave out: found beside them, as there. */
const brought = ['@aws-sdk/client-bedrock-runtime', '@aws-sdk/client-sesv2', '@aws-sdk/client-transcribe'];
async function lendRuntime(folder: string): Promise<void> {
  await mkdir(join(folder, 'node_modules', '@aws-sdk'), { recursive: true });
  for (const name of brought) await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
}

const sizeRow = (name: string, kilobytes: number): BenchRow => ({
  name: `${name}: bundle`,
  value: rounded(kilobytes, 0),
  unit: 'KB',
  aim: `≤ ${maximum.kilobytes}`,
  ok: kilobytes <= maximum.kilobytes,
});

const timeRow = (name: string, factor: number): BenchRow => ({
  name: `${name}: import`,
  value: rounded(factor),
  unit: '×',
  aim: `≤ ${maximum.times} × bare client`,
  ok: factor <= maximum.times,
});

const yardstickRow = (name: string, ms: number, aim: string): BenchRow => ({
  name,
  value: rounded(ms, 0),
  unit: 'ms',
  aim,
  ok: true,
});

function importTimes(folder: string, names: string[]): Map<string, number[]> {
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const ms = importTime(join(folder, `${name}.mjs`));
      // The first round fills the disk's cache.
      if (round > 0) times.get(name)?.push(ms);
    }
  }
  return times;
}

/** The functions of serverless.yml: every `handler:` line names one's file. */
async function deployedHandlers(): Promise<string[]> {
  const yaml = await readFile(join(root, 'serverless.yml'), 'utf8');
  return [...yaml.matchAll(/^ +handler: functions\/handlers\/([\w-]+)\.handler$/gm)].map(([, name = '']) => name);
}

/** With the very options of the deployment; two of them have another name in the framework's plugin. */
async function bundle(folder: string, name: string, entry: BuildOptions): Promise<void> {
  const text = await readFile(join(root, 'functions', 'serverless', 'esbuild.json'), 'utf8');
  const { exclude, outputFileExtension, ...options } = JSON.parse(text) as BuildOptions & {
    exclude: string[];
    outputFileExtension: string;
  };
  const outfile = join(folder, `${name}${outputFileExtension}`);
  await build({ ...options, external: exclude, ...entry, absWorkingDir: root, outfile, logLevel: 'error' });
}

const timed = `
  const started = performance.now();
  await import(process.argv[1]);
  process.stdout.write(String(performance.now() - started), () => process.exit(0));
`;

/** Milliseconds of one import in a process of its own. Throws with what it said when the bundle does not start. */
function importTime(file: string): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', timed, file], {
    encoding: 'utf8',
    env: environment,
  });
  if (status !== 0) throw new Error(`${file} does not start: ${stderr}`);
  return Number(stdout);
}

/** What functions/config.ts reads; nothing is called with it. */
const environment = {
  AWS_REGION: 'us-east-1',
  TABLE_NAME: 'bench',
  BUCKET_NAME: 'bench',
  ANCHOR_BUCKET_NAME: 'bench',
  EVALUATE_QUEUE_URL: 'https://sqs.invalid/evaluate',
  DELIVER_QUEUE_URL: 'https://sqs.invalid/deliver',
  TRANSCRIBE_QUEUE_URL: 'https://sqs.invalid/transcribe',
  INTAKE_QUEUE_URL: 'https://sqs.invalid/intake',
  LEARN_QUEUE_URL: 'https://sqs.invalid/learn',
  TOKEN_KEY: 'a-key-of-at-least-thirty-two-characters',
  SEAL_KEY: 'a-key-of-at-least-thirty-two-characters',
  MINIMUM_APP_VERSION: '0.1.0',
  WECHAT_BASE_URL: 'https://wechat.invalid',
  WECHAT_APPID: 'bench',
  WECHAT_SECRET: 'bench',
  WECHAT_TEMPLATE_RESULT: 'bench',
  WECHAT_TEMPLATE_REMINDER: 'bench',
  WECHAT_TEMPLATE_NO_SHOW: 'bench',
  WECHAT_TEMPLATE_CHANGE: 'bench',
  WECOM_BASE_URL: 'https://wecom.invalid',
  WECOM_CORPID: 'bench',
  WECOM_AGENTID: '1',
  WECOM_SECRET: 'bench',
  SMS_ENDPOINT: 'https://sms.invalid',
  SMS_SECRET_ID: 'bench',
  SMS_SECRET_KEY: 'bench',
  SMS_SDK_APP_ID: 'bench',
  SMS_SIGN_NAME: 'bench',
  SMS_REGION: 'bench',
  SMS_TEMPLATE_INVITATION: 'bench',
  SMS_TEMPLATE_INVITATION_BOOKING: 'bench',
  SMS_TEMPLATE_BOOKED: 'bench',
  SMS_TEMPLATE_REMINDER: 'bench',
  SMS_TEMPLATE_REMINDER_SOON: 'bench',
  SMS_TEMPLATE_NO_SHOW: 'bench',
  SMS_TEMPLATE_RESULT: 'bench',
  SMS_TEMPLATE_SECOND_INTERVIEW: 'bench',
  SMS_TEMPLATE_ONBOARDING: 'bench',
  SMS_TEMPLATE_THANKS: 'bench',
  SMS_TEMPLATE_OFFER_DECIDED: 'bench',
  SMS_TEMPLATE_ARRANGED: 'bench',
  SMS_TEMPLATE_MEETING_REMINDER: 'bench',
  SMS_TEMPLATE_MEETING_CALLED_OFF: 'bench',
  SMS_TEMPLATE_OFFER: 'bench',
  SMS_TEMPLATE_REQUISITION_CLOSED: 'bench',
  SMS_TEMPLATE_REQUISITION_REOPENED: 'bench',
  SMS_TEMPLATE_PROOF: 'bench',
};
