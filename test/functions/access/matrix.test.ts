/** Every operation × everybody who might call it × own and others' people, companies and departments. Nothing here is a list. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayCall, type StaffOperation } from '#shared/access/permissions.ts';
import { staffRoles } from '#shared/access/roles.ts';
import { type OperationId, operations } from '#shared/contract/operations.ts';
import { pathOf, routes } from '#shared/contract/routes.ts';
import { begin, type Candidate, newOperation, tokenOf } from '#test/functions/journeys/candidate.ts';
import { exampleInput } from '#test/functions/journeys/example-of.ts';
import { company, startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { answers } from '#test/world/seeds/answers.ts';

type Ids = Record<string, string>;
type Caller = (() => Promise<string>) | undefined;

const everyOperation = Object.keys(operations) as OperationId[];
const of = (role: string) => everyOperation.filter((operation) => operations[operation].role === role);
const ofStaff = of('staff') as StaffOperation[];
const placeholders = (operation: OperationId): string[] => routes[operation].path.match(/(?<=\{)\w+/g) ?? [];
/** Ids that name nothing, in the form each operation asks for where that is known. */
const nothing: Ids = {
  ...Object.fromEntries(everyOperation.flatMap(placeholders).map((name) => [name, `${name.toLowerCase()}_nothing0`])),
  interviewId: 'itv_00000000000000000000000000',
  applicationId: 'app_00000000000000000000000000',
  requisitionId: 'req_00000000',
  positionId: 'pos_00000000',
  candidateId: 'cand_00000000',
};
const forbidding = ['unauthenticated', 'forbidden'];

let world: TestWorld;
let mine: Candidate;
let sales: Ids;
let technology: Ids;
/** What names a person or an opening of the other department. */
let secrets: string[];

beforeAll(async () => {
  world = await startTestWorld();
  mine = await begin(world);
  await mine.answer(answers.strong);
  await mine.end();
  const theirs = await submittedBackend();
  await world.idle();
  sales = idsOf(mine, 'pos_salesrep');
  technology = idsOf(theirs, theirs.positionId);
  secrets = [...Object.values(technology), theirs.person.name, theirs.person.phone];
});
afterAll(() => world.stop());

const idsOf = (
  { interviewId, applicationId, requisitionId, person }: Omit<Candidate, 'positionId'>,
  positionId: string,
): Ids => ({ interviewId, applicationId, requisitionId, candidateId: person.candidateId, positionId });

async function submittedBackend() {
  const person = await world.newCandidate('何俊杰');
  const them = await begin(world, { requisitionId: 'req_backend01', person });
  const { questions, attempt, epoch } = await them.view();
  for (const [n, { id: questionId }] of questions.entries()) {
    await world.must('interview.saveDraft', {
      token: them.token,
      params: { ...them.params, questionId },
      input: {
        attempt,
        number: epoch * 1_000_000 + n + 1,
        content: { sent: answers.strong.qclose, typing: '', done: true },
      },
    });
  }
  const numbers = Object.fromEntries(questions.map(({ id }, n) => [id, epoch * 1_000_000 + n + 1]));
  const input = { operationId: newOperation(), attempt, numbers };
  await world.must('interview.end', { token: them.token, params: them.params, input });
  const { requisitions } = await world.must('requisition.list', { token: world.hr });
  const positionId = requisitions.find((one) => one.requisitionId === 'req_backend01')?.positionId ?? '';
  return { ...them, positionId };
}

type Said = { status: number; code: string | undefined; text: string };

async function ask(operation: OperationId, ids: Ids, caller: Caller): Promise<Said> {
  const input = exampleInput(operation);
  const own = input !== undefined && 'operationId' in input ? { ...input, operationId: newOperation() } : input;
  const response = await fetch(`${world.origin}${pathOf(operation, { ...nothing, ...ids })}`, {
    method: routes[operation].method,
    headers: {
      ...(own !== undefined && { 'content-type': 'application/json' }),
      ...(caller && { authorization: `Bearer ${await caller()}` }),
    },
    ...(own !== undefined && { body: JSON.stringify(own) }),
  });
  const text = await response.text();
  expect(response.status, `${operation}: ${text.slice(0, 200)}`).toBeLessThan(500);
  return { status: response.status, code: JSON.parse(text).error?.code, text };
}

const asCandidate: Caller = () => tokenOf(world, mine.person)();

describe('nobody', () => {
  it.each([...of('candidate'), ...of('staff')])('%s asks who is there', async (operation) => {
    expect((await ask(operation, sales, undefined)).code).toBe('unauthenticated');
  });
  it.each(of('public'))('%s does not ask', async (operation) => {
    expect(forbidding).not.toContain((await ask(operation, nothing, undefined)).code);
  });
});

describe('a candidate', () => {
  it.each(of('staff'))('%s is the company’s alone', async (operation) => {
    expect((await ask(operation, sales, asCandidate)).code).toBe('forbidden');
  });
  it.each(of('candidate'))('%s shows own things and nobody else’s (SCENARIOS 19)', async (operation) => {
    expect(forbidding).not.toContain((await ask(operation, sales, asCandidate)).code);
    const theirs = await ask(operation, technology, asCandidate);
    if (placeholders(operation).includes('interviewId'))
      expect(theirs).toEqual(await ask(operation, nothing, asCandidate));
    for (const secret of secrets) expect(theirs.text).not.toContain(secret);
  });
});

describe.each(staffRoles)('%s', (role) => {
  it.each(of('candidate'))('%s is for candidates', async (operation) => {
    expect((await ask(operation, sales, world.as(role))).code).toBe('forbidden');
  });

  it.each(ofStaff.filter((operation) => !mayCall(role, operation)))('%s is forbidden', async (operation) => {
    const own = await ask(operation, sales, world.as(role));
    expect(own.code).toBe('forbidden');
    // Whether a thing is there is not said to whom it does not concern.
    expect(await ask(operation, nothing, world.as(role))).toEqual(own);
  });

  const allowed = ofStaff.filter((operation) => mayCall(role, operation));
  it.each(allowed)('%s is served, and nothing of another company (SCENARIOS 20)', async (operation) => {
    expect(forbidding).not.toContain((await ask(operation, nothing, world.as(role))).code);
    const stranger = await world.stranger(role);
    const abroad = await ask(operation, sales, stranger);
    if (placeholders(operation).some((name) => name in sales))
      expect(abroad).toEqual(await ask(operation, nothing, stranger));
    for (const value of Object.values(sales)) expect(abroad.text).not.toContain(value);
    expect(abroad.text).not.toContain(mine.person.name);
  });
});

describe('a department head', () => {
  const allowed = ofStaff.filter((operation) => mayCall('department_head', operation));

  it.each(allowed)('%s knows nothing of another department', async (operation) => {
    const head = world.as('department_head');
    const theirs = await ask(operation, technology, head);
    if (placeholders(operation).some((name) => name in technology)) {
      expect(theirs.code).toBe('not_found');
      expect(theirs).toEqual(await ask(operation, nothing, head));
    }
    for (const secret of secrets) expect(theirs.text).not.toContain(secret);
  });

  it('whose department has no opening sees nobody', async () => {
    const nowhere: Caller = async () =>
      (await world.tokens.issue({ role: 'department_head', company, userId: 'usr_unknown' })).token;
    for (const operation of allowed) {
      const { text } = await ask(operation, sales, nowhere);
      for (const secret of [...secrets, ...Object.values(sales)]) expect(text, operation).not.toContain(secret);
    }
  });
});
