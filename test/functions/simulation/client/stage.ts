import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { openTable } from '#functions/adapters/dynamo/table.ts';
import { composeCandidateApi, composeHrApi, composeStream, composeSweep } from '#functions/compose.ts';
import type { Config } from '#functions/config.ts';
import { httpHandler } from '#functions/handlers/http-handler.ts';
import { onChange } from '#functions/reactions/on-change.ts';
import { candidateRoutes, hrRoutes } from '#functions/routes.ts';
import { sweep } from '#functions/schedule/sweep.ts';
import { captureLogs } from '#test/functions/capture-logs.ts';
import { company, recruiter } from '#test/functions/journeys/test-world.ts';
import { lifeConfig } from '#test/functions/simulation/life-config.ts';
import { withoutSdk } from '#test/functions/without-sdk.ts';
import { startDynamo } from '#test/world/dynamo/dynoxide.ts';
import { createTable } from '#test/world/dynamo/table.ts';
import { seedTable } from '#test/world/seed-table.ts';
import { signedIn } from '#test/world/signed-in.ts';
import { readTableDefinition } from '#test/world/table-definition.ts';
import { invoker } from './invoke.ts';
import { candidateNo, position, requisition } from './small-interview.ts';

const region = 'us-east-1';
const credentials = { accessKeyId: 'life', secretAccessKey: 'life-secret-access-key' };
export const start = Date.parse('2026-03-02T01:00:00Z');

/** A store of its own with a small interview to invite to. Nothing runs by itself: no stream, no queue, no minute. */
export async function openStage() {
  const dir = await mkdtemp(path.join(tmpdir(), 'mianliao-life-'));
  const logs = captureLogs();
  const dynamo = await startDynamo({ dataFile: path.join(dir, 'dynamo.sqlite') });
  const definition = await readTableDefinition();
  const table = definition.TableName;
  await createTable(dynamo.endpoint, definition);
  const past = withoutSdk();
  past.to(dynamo.endpoint);
  const clock = { now: () => new Date(start) };
  const store = openTable({ name: table, region, clock, endpoint: dynamo.endpoint, credentials });
  const put = (item: object) => store.send(new PutCommand({ TableName: table, Item: item as Record<string, unknown> }));
  await seedTable(store);
  await put({ ...keys.position(company, position.positionId), ...position });
  await put({ ...keys.requisition(company, requisition.requisitionId), ...requisition });
  const config = lifeConfig({ region, table, dynamodb: dynamo.endpoint, credentials });
  config.asr.kind = 'none';
  let people = 0;
  let lanes = 0;

  return {
    /** For looking, past every handler. */
    table: store,
    lane: () => {
      lanes += 1;
      return openLane(config, lanes);
    },
    /** Somebody nobody has invited yet. */
    async newCandidate(): Promise<string> {
      people += 1;
      const candidate = candidateNo(people);
      await put({ ...keys.candidate(company, candidate.candidateId), ...candidate });
      return candidate.candidateId;
    },
    async stop() {
      past.end();
      await dynamo.stop();
      await rm(dir, { recursive: true, force: true });
      logs.release();
    },
  };
}
export type Stage = Awaited<ReturnType<typeof openStage>>;

/** The real handlers over the stage's store, with a clock that one life at a time turns. */
function openLane(config: Config, number: number) {
  let now = () => start;
  /** What the stream is late with when an end asks. */
  let onWait = async (): Promise<void> => {};
  const clock = { now: () => new Date(now()) };
  const candidateDeps = { ...composeCandidateApi(config, clock), wait: () => onWait() };
  const queue = { send: async () => {} };
  const streamDeps = { ...composeStream(config, clock), queue };
  const sweepDeps = { ...composeSweep(config, clock), queue };
  const { interviews, copies } = candidateDeps;
  const { region, table: name, endpoints, credentials } = config;
  const table = openTable({ name, region, clock, endpoint: endpoints.dynamodb, credentials });
  const issue = signedIn({ table, key: config.tokenKey, at: `lane${number}` });
  return {
    interviews,
    copies,
    candidate: invoker(httpHandler(candidateRoutes, candidateDeps), clock),
    hr: invoker(httpHandler(hrRoutes, composeHrApi(config, clock)), clock),
    /** A token by the life's own clock, as signing in gives one. */
    token: async (candidateId?: string) => {
      const actor =
        candidateId === undefined
          ? ({ role: 'recruiter', company, userId: recruiter } as const)
          : ({ role: 'candidate', company, candidateId } as const);
      return (await issue(actor)).token;
    },
    turnBy(time: () => number, waited: () => Promise<void>) {
      now = time;
      onWait = waited;
    },
    /** The stream has come to this interview. */
    react: (interviewId: string) => onChange(streamDeps, company, interviewId),
    /** The minute's tick, for this interview alone: the others have other clocks. */
    sweep(interviewId: string) {
      const due: typeof sweepDeps.due = {
        ...sweepDeps.due,
        before: async (at, limit) =>
          (await sweepDeps.due.before(at, limit)).filter((one) => one.interviewId === interviewId),
      };
      return sweep({ ...sweepDeps, due }, (_, error) => {
        throw error;
      });
    },
  };
}
export type Lane = ReturnType<typeof openLane>;
