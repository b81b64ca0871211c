import { PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { staffRoles } from '#shared/access/roles.ts';
import { type ErrorCode, errorStatus } from '#shared/contract/errors.ts';
import { openapi } from '#shared/contract/openapi.ts';
import { type OperationId, operations } from '#shared/contract/operations.ts';
import { routes } from '#shared/contract/routes.ts';
import { begin, type Candidate, tokenOf } from '#test/functions/journeys/candidate.ts';
import { startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { answers } from '#test/world/seeds/answers.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import { fitting, type Schema } from './fitting.ts';
import { hostileText, spoilt } from './hostile.ts';

/** `FUZZ=500` asks each operation that often, `FUZZ_SEED=7` other things; every run without them asks the same. */
const runs = Number(process.env.FUZZ ?? 12);
const fuzzSeed = Number(process.env.FUZZ_SEED ?? 875_344);
const patience = 10_000;

/** Words that only their own may read: of a candidate, and of another company's. */
const marks = { mine: '记号甲七三', other: '记号乙八四', stranger: '记号丙九五' };
const elsewhere = 'co_elsewhere';
const everyOperation = Object.keys(operations) as OperationId[];
const askers = ['nobody', 'mine', 'other', 'stranger', ...staffRoles] as const;
type Asker = (typeof askers)[number];

let world: TestWorld;
let me: Candidate;
let other: Candidate;
/** Whose ids nobody names. */
let bystander: Candidate;
let ids: Record<string, string[]>;

beforeAll(async () => {
  world = await startTestWorld();
  [me, other, bystander] = [await begin(world), await begin(world), await begin(world)];
  await me.answer({ ...answers.strong, qclose: [marks.mine] });
  await other.answer({ ...answers.weak, qclose: [marks.other] });
  await bystander.answer(answers.strong);
  await world.table.send(
    new PutCommand({
      TableName: world.table.name,
      Item: { ...keys.company(elsewhere), ...seed.company, companyId: elsewhere, name: marks.stranger },
    }),
  );
  ids = {
    interviewId: [me.interviewId, other.interviewId],
    applicationId: [me.applicationId, other.applicationId],
    requisitionId: [me.requisitionId, 'req_salesrep01'],
    positionId: seed.positions.map(({ positionId }) => positionId),
    candidateId: [me.person.candidateId, other.person.candidateId],
    userId: seed.staff.map(({ userId }) => userId),
    questionId: ['qclose', 'qfollow'],
    version: ['1', '2'],
  };
});
afterAll(() => world.stop());

const tokens: Record<Asker, () => Promise<string | undefined>> = {
  nobody: async () => undefined,
  mine: () => tokenOf(world, me.person)(),
  other: () => tokenOf(world, other.person)(),
  stranger: async () => (await world.tokens.issue({ role: 'admin', company: elsewhere, userId: 'usr_stranger' })).token,
  ...(Object.fromEntries(staffRoles.map((role) => [role, () => world.as(role)()])) as Record<
    (typeof staffRoles)[number],
    () => Promise<string>
  >),
};

type Asked = { asker: Asker; path: string; query: Record<string, string>; body: unknown };

/** Requests of one operation: a body its schema takes, often with a part spoilt; ids that are somebody's, or nobody's. */
function requestsOf(operation: OperationId): fc.Arbitrary<Asked> {
  const { input, query } = operations[operation];
  const schemaOf = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const fit = fitting(schemaOf(input)).map(withIds);
  const body = fc.oneof(
    { weight: 2, arbitrary: fit },
    { weight: 3, arbitrary: fit.chain(spoilt) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
  const search = fitting(schemaOf(query)).chain((given) =>
    fc
      .record(
        Object.fromEntries(
          Object.entries(given as object).map(([name, value]) => [
            name,
            fc.oneof({ weight: 3, arbitrary: fc.constant(String(value)) }, { weight: 1, arbitrary: hostileText }),
          ]),
        ),
      )
      .map((one) => one as Record<string, string>),
  );
  return fc.record({ asker: fc.constantFrom(...askers), path: pathsOf(operation), query: search, body });
}

const pathsOf = (operation: OperationId): fc.Arbitrary<string> => {
  const { path } = routes[operation];
  const names = path.match(/(?<=\{)\w+/g) ?? [];
  const parts = names.map((name) => {
    const real = ids[name] ?? [`${name.toLowerCase().slice(0, 3)}_nothing0`];
    return fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...real) },
      { weight: 1, arbitrary: hostileText.map((text) => text.slice(0, 150).toWellFormed()) },
    );
  });
  return fc
    .tuple(...parts)
    .map((given) =>
      names.reduce<string>((done, name, at) => done.replace(`{${name}}`, encodeURIComponent(given[at] ?? '')), path),
    );
};

/** Ids in a body are those of the world, as often as there are any. */
function withIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withIds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      typeof one === 'string' && ids[name] !== undefined ? ids[name][one.length % ids[name].length] : withIds(one),
    ]),
  );
}

const documented = z
  .object({
    paths: z.record(
      z.string(),
      z.record(z.string(), z.object({ responses: z.record(z.string(), z.object({ description: z.string() })) })),
    ),
  })
  .parse(openapi());
const codesOf = (operation: OperationId): string[] => {
  const { method, path } = routes[operation];
  const responses = documented.paths[path]?.[method.toLowerCase()]?.responses ?? {};
  return Object.values(responses).flatMap(({ description }) => description.split(', '));
};

const lastError = (): string => world.logs.findLast((line) => line.includes('"level":"ERROR"')) ?? '';

/** What is wrong with an answer; undefined where nothing is. */
async function wrongWith(operation: OperationId, { asker, path, query, body }: Asked): Promise<string | undefined> {
  const { method } = routes[operation];
  const token = await tokens[asker]();
  const search = new URLSearchParams(query).toString();
  const response = await fetch(`${world.origin}${path}${search === '' ? '' : `?${search}`}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(method !== 'GET' && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(patience),
  });
  const text = await response.text();
  if (response.status >= 500) return `answered ${response.status}: ${text.slice(0, 200)}\n${lastError()}`;
  for (const [owner, mark] of Object.entries(marks)) {
    const reads = owner === asker || (owner !== 'stranger' && !['nobody', 'mine', 'other', 'stranger'].includes(asker));
    if (!reads && text.includes(mark)) return `${asker} reads what is ${owner}'s`;
  }
  const answer: unknown = JSON.parse(text);
  if (response.status === 200) {
    const fits = operations[operation].output.safeParse(answer);
    return fits.success ? undefined : `an answer that is not in the contract: ${fits.error.message.slice(0, 300)}`;
  }
  const { code } = (answer as { error: { code: ErrorCode } }).error;
  if (errorStatus[code] !== response.status) return `${code} with status ${response.status}`;
  const told = [...codesOf(operation), 'unknown_operation', 'method_not_allowed'];
  return told.includes(code) ? undefined : `${code}, which the contract does not list`;
}

describe(`hostile requests, FUZZ_SEED=${fuzzSeed} (SCENARIOS 19-23)`, () => {
  it.each(everyOperation)(
    '%s answers within its contract',
    async (operation) => {
      // A minute of its own, so that the operation is asked and not the limit before it.
      world.clock.advance('PT1M');
      for (const asked of fc.sample(requestsOf(operation), { numRuns: runs, seed: fuzzSeed })) {
        const wrong = await wrongWith(operation, asked).catch((error: Error) => `no answer: ${error.message}`);
        if (wrong !== undefined) {
          expect.fail(`FUZZ_SEED=${fuzzSeed} ${operation} by ${asked.asker}: ${wrong}\n${JSON.stringify(asked)}`);
        }
      }
    },
    60_000,
  );

  it('and whoever asks properly is answered as before', async () => {
    expect((await world.must('health.get')).ok).toBe(true);
    const { drafts } = await bystander.view();
    expect(drafts.find(({ questionId }) => questionId === 'qclose')?.content.sent).toEqual(answers.strong.qclose);
    expect(await world.must('requisition.list', { token: world.hr })).toBeTruthy();
  });
});
