import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { openTable } from '#functions/adapters/dynamo/table.ts';
import type { Input, OperationId, Output } from '#shared/contract/operations.ts';
import { pathOf, routes } from '#shared/contract/routes.ts';
import { draftNumber } from '#shared/interview/answer.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import { signedIn } from '#test/world/signed-in.ts';
import type { World } from '#test/world/world.ts';

const company = seed.company.companyId;
const requisitionId = 'req_salesrep01';

/** A candidate's side of interviews over HTTP, as fast as the world takes them. */
export function benchClient(world: World) {
  const { region, table: name, credentials, endpoints } = world.config;
  const table = openTable({ name, region, clock: world.clock, endpoint: endpoints.dynamodb, credentials });
  const tokens = { issue: signedIn({ table, key: world.config.tokenKey }) };
  let last = 0;
  const operationId = () => {
    last += 1;
    return `bench-${String(last).padStart(8, '0')}`;
  };

  async function call<O extends OperationId>(
    operation: O,
    token: string,
    params: Record<string, string>,
    input?: Input<O>,
  ): Promise<Output<O>> {
    const reply = await fetch(world.origin + pathOf(operation, params), {
      method: routes[operation].method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(input === undefined ? {} : { body: JSON.stringify(input) }),
    });
    const body = await reply.text();
    if (!reply.ok) throw new Error(`${operation}: ${body}`);
    return JSON.parse(body) as Output<O>;
  }

  /** A further candidate with a matching résumé, invited. */
  async function invited(n: number) {
    const like = seed.candidates[0];
    if (like === undefined) throw new Error('no seeded candidate');
    const candidateId = `cand_bench${String(n).padStart(4, '0')}`;
    const item = { ...like, candidateId, phone: `1990001${String(n).padStart(4, '0')}` };
    await table.send(new PutCommand({ TableName: name, Item: { ...keys.candidate(company, candidateId), ...item } }));
    const hr = (await tokens.issue({ role: 'recruiter', company, userId: seed.requisitions[0]?.ownerId ?? '' })).token;
    const { interviewId } = await call(
      'application.invite',
      hr,
      { requisitionId },
      { operationId: operationId(), candidateId },
    );
    return { interviewId, token: (await tokens.issue({ role: 'candidate', company, candidateId })).token };
  }

  const start = ({ interviewId, token }: { interviewId: string; token: string }) =>
    call(
      'interview.start',
      token,
      { interviewId },
      {
        operationId: operationId(),
        consents: [{ purpose: 'ai_evaluation', version: 'bench', granted: true }],
      },
    );

  const save = (
    { interviewId, token }: { interviewId: string; token: string },
    questionId: string,
    n: number,
    content: { sent: string[]; typing: string; done: boolean },
  ) =>
    call('interview.saveDraft', token, { interviewId, questionId }, { attempt: 1, number: draftNumber(1, n), content });

  const end = ({ interviewId, token }: { interviewId: string; token: string }, numbers: Record<string, number>) =>
    call('interview.end', token, { interviewId }, { operationId: operationId(), attempt: 1, numbers });

  /** The report as HR reads it. */
  async function reviewed({ interviewId }: { interviewId: string }) {
    const userId = seed.requisitions[0]?.ownerId ?? '';
    const hr = (await tokens.issue({ role: 'recruiter', company, userId })).token;
    return call('report.review', hr, { interviewId });
  }

  return { invited, start, save, end, reviewed };
}

export const questionIds = (seed.positions[0]?.plan.questions ?? []).map((question) => question.id);
