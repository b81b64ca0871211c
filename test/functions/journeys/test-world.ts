import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { openTable } from '#functions/adapters/dynamo/table.ts';
import { joseTokens } from '#functions/adapters/jose/tokens.ts';
import type { StaffRole } from '#shared/access/roles.ts';
import type { Candidate, Requisition } from '#shared/organisation/records.ts';
import { captureLogs } from '#test/functions/capture-logs.ts';
import { withoutSdk } from '#test/functions/without-sdk.ts';
import { today } from '#test/today.ts';
import { createClock } from '#test/world/clock.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import { signedIn } from '#test/world/signed-in.ts';
import { startWorld } from '#test/world/world.ts';
import { createClient } from './client.ts';

export const company = seed.company.companyId;
export const recruiter = seed.staff[0]?.userId ?? '';

export type Person = Candidate & { openid: string };
export type TestWorld = Awaited<ReturnType<typeof startTestWorld>>;

/**
 * The whole world on a folder of its own, one for each test file: what one test does to its own requisition and its own
 * people is nothing to the others. The clock stands still unless `running`. The functions' log lines are kept, not shown.
 * They ask the store through the SDK while a fault stands only; the story and the stage do so always.
 */
export async function startTestWorld({
  running = false,
  scorer = 'embedded',
}: {
  running?: boolean;
  scorer?: 'embedded' | 'model';
} = {}) {
  const dir = await mkdtemp(path.join(tmpdir(), 'mianliao-world-'));
  const logs = captureLogs();
  const clock = createClock({ start: today, frozen: !running });
  const past = withoutSdk();
  const world = await startWorld({ dir, clock, scorer });
  past.to(world.dynamo.endpoint, world.dynamo.faults.stand);
  const { region, table: name, credentials, tokenKey } = world.config;
  /** Past the faults: for looking, and for setting a scene. */
  const table = openTable({ name, region, clock, endpoint: world.dynamo.direct, credentials });
  const tokens = { ...joseTokens({ key: tokenKey, clock }), issue: signedIn({ table, key: tokenKey }) };
  const client = createClient(world.origin);
  let made = 0;

  return {
    ...world,
    ...client,
    table,
    tokens,
    hr: async () => (await tokens.issue({ role: 'recruiter', company, userId: recruiter })).token,
    /** Of the seeded staff, whoever has that role. */
    as: (role: StaffRole) => async () => {
      const person = seed.staff.find((one) => one.role === role);
      if (person === undefined) throw new Error(`the seed has no ${role}`);
      return (await tokens.issue({ role, company, userId: person.userId })).token;
    },
    /** Somebody of a company of their own, who has nothing to do with this one. */
    async stranger(role: StaffRole): Promise<() => Promise<string>> {
      made += 1;
      const abroad = `co_abroad${made}`;
      const person = {
        userId: `usr_abroad${role.replace('_', '')}`,
        name: '外人',
        role,
        wecomUserId: `abroad-${role}`,
      };
      await table.send(new PutCommand({ TableName: name, Item: { ...keys.staff(abroad, person.userId), ...person } }));
      return async () => (await tokens.issue({ role, company: abroad, userId: person.userId })).token;
    },
    logs: logs.lines,
    /** Someone whose résumé matches the sales position, or is that of the one it is `like`; nobody has invited them yet. */
    async newCandidate(like = seed.candidates[0]?.name): Promise<Person> {
      made += 1;
      const digits = String(made).padStart(4, '0');
      const model = seed.candidates.find(({ name: known }) => known === like);
      if (model === undefined) throw new Error('the seed has no candidates');
      const candidate = {
        ...model,
        candidateId: `cand_test${digits}`,
        name: `测试人${digits}`,
        phone: `1880000${digits}`,
      };
      await table.send(
        new PutCommand({ TableName: name, Item: { ...keys.candidate(company, candidate.candidateId), ...candidate } }),
      );
      return { ...candidate, openid: `o_test${digits}` };
    },
    /** An opening of the sales position with its own counters. */
    async newRequisition(vacancies = 2): Promise<string> {
      made += 1;
      const [model] = seed.requisitions;
      if (model === undefined) throw new Error('the seed has no requisitions');
      const requisition: Requisition = {
        ...model,
        requisitionId: `req_test${String(made).padStart(4, '0')}`,
        vacancies,
      };
      const Item = { ...keys.requisition(company, requisition.requisitionId), ...requisition };
      await table.send(new PutCommand({ TableName: name, Item }));
      return requisition.requisitionId;
    },
    /** Turns the clock forward and lets everything happen that fell due meanwhile. */
    turn: (duration: string) => client.control('clock', { advance: duration }),
    smsProvider: world.sms,
    /** What reached this person, in order. */
    sms: (person: Person) => world.outbox.list({ to: `+86${person.phone}` }),
    async stop() {
      world.dynamo.faults.clear();
      past.end();
      await world.stop();
      await rm(dir, { recursive: true, force: true });
      logs.release();
    },
  };
}
