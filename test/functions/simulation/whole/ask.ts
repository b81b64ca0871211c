import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { HttpHandler } from '#functions/handlers/http-handler.ts';
import { type ErrorCode, errorStatus } from '#shared/contract/errors.ts';
import type { Input, OperationId, Output, Params, Query } from '#shared/contract/operations.ts';
import { pathOf, routes } from '#shared/contract/routes.ts';
import { lambdaContext } from '#test/world/lambda-context.ts';
import type { Life } from './life.ts';
import type { Member, Person } from './people.ts';
import type { Run } from './run.ts';

/** Who asks, and by whose marks an answer to them may be full of. */
export type Who = {
  label: string;
  company: string;
  person?: Person;
  member?: Member;
  token: string | undefined;
  link?: string | undefined;
};
export const asPerson = (person: Person, label: string): Who => ({
  label,
  company: person.company,
  person,
  token: undefined,
});
export const asMember = (member: Member): Who => ({
  label: member.userId,
  company: member.company,
  member,
  token: undefined,
});
export const nobody: Who = { label: 'nobody', company: '', token: undefined };

export type Given<O extends OperationId> = {
  params?: Params<O>;
  query?: Query<O>;
  input?: Input<O>;
};
/** `unknown`: nobody can say whether it was done; `offline`: it was not. */
export type Reply<T> =
  | { kind: 'ok'; value: T }
  | { kind: 'refused'; code: ErrorCode; details: Record<string, unknown> }
  | { kind: 'unknown' | 'offline' };
export const codeOf = (reply: Reply<unknown>): string => (reply.kind === 'refused' ? reply.code : reply.kind);

export type Raw = { method: string; path: string; search?: string; body?: string; headers?: Record<string, string> };

/** A request as it is on its way: it can arrive late, twice, or never. */
export type Packet<T> = { what: string; arrive: (run?: Run) => Promise<Reply<T>>; newRun: () => Run };

export function eventOf(life: Life, { method, path, search = '', body, headers = {} }: Raw): APIGatewayProxyEventV2 {
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString: search,
    headers: { 'content-type': 'application/json', ...headers },
    queryStringParameters: Object.fromEntries(new URLSearchParams(search)),
    requestContext: {
      accountId: '000000000000',
      apiId: 'life',
      domainName: 'life.invalid',
      domainPrefix: 'life',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
      requestId: 'life',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: life.now(),
    },
    ...(body === undefined ? {} : { body }),
    isBase64Encoded: false,
  };
}

const handlerOf = (life: Life, path: string): HttpHandler =>
  path.startsWith('/v1/hr/') || path === '/v1/session/wecom' ? life.functions.hrApi : life.functions.candidateApi;

/** One request at the function's door, and what is wrong with its answer whoever asked. */
export async function atTheDoor(life: Life, who: Who, raw: Raw, run = life.newRun(raw.path)): Promise<Reply<unknown>> {
  const answer = await life.inRun(run, () => handlerOf(life, raw.path)(eventOf(life, raw), lambdaContext('http')));
  if (answer === 'died') return { kind: 'unknown' };
  const status = answer.statusCode ?? 200;
  const text = answer.body ?? '';
  const said = JSON.parse(text) as { error?: { code: ErrorCode; details?: Record<string, unknown> } };
  const told = `${who.label} ${raw.method} ${raw.path}`;
  for (const { mark, company } of life.people) {
    const may = who.person?.mark === mark || (who.member !== undefined && who.company === company);
    if (!may && text.includes(mark)) life.problem(`${told} was shown what is ${mark}'s`);
  }
  if (status === 200) return { kind: 'ok', value: said };
  const { code, details = {} } = said.error ?? {};
  if (code === undefined || errorStatus[code] !== status) {
    life.problem(`${told} was answered ${status} ${text.slice(0, 100)}`);
    return { kind: 'unknown' };
  }
  if (status >= 500 && (code !== 'unavailable' || run.faults.length === 0))
    life.problem(`${told} was answered ${code} with nothing wrong but ${run.faults.join()}`);
  return { kind: 'refused', code, details };
}

/** A request of the contract, ready to be sent once or more often. */
export function packet<O extends OperationId>(life: Life, who: Who, operation: O, given: Given<O>): Packet<Output<O>> {
  const { params = {}, query = {}, input } = given;
  const raw: Raw = {
    method: routes[operation].method,
    path: pathOf(operation, params as Record<string, string>),
    search: new URLSearchParams(query as Record<string, string>).toString(),
    ...(input !== undefined && { body: JSON.stringify(input) }),
  };
  const operationId = (input as { operationId?: string } | undefined)?.operationId;
  const newRun = () => life.newRun(operation);
  return {
    what: operation,
    newRun,
    async arrive(run = newRun()) {
      const headers: Record<string, string> = who.token === undefined ? {} : { authorization: `Bearer ${who.token}` };
      const alone = run.turns === undefined;
      const reply = await atTheDoor(life, who, { ...raw, headers }, run);
      life.note(`${who.label} ${operation} → ${codeOf(reply)}`);
      if (reply.kind === 'refused' && operationId !== undefined)
        life.history.refused(operation, operationId, reply.code);
      if (reply.kind === 'ok') life.history.answered(operation, { operationId, value: reply.value, alone });
      return reply as Reply<Output<O>>;
    },
  };
}

/** What the network does to it. `straggler`: given up when it arrives; `late`: others arrive first. */
export const networkFaults = ['before', 'after', 'timeout', 'twice', 'together', 'late', 'straggler'] as const;

async function send<T>(life: Life, one: Packet<T>): Promise<Reply<T>> {
  const { random } = life;
  if (!random.chance(life.network())) return one.arrive();
  const fault = random.pick(networkFaults);
  life.see(`${one.what} ${fault}`);
  life.note(`  network: ${one.what} ${fault}`);
  const later = () =>
    void life.underway.push({ at: life.now() + 1_000 + random.below(40_000), arrive: () => one.arrive() });
  switch (fault) {
    case 'before':
      return { kind: 'offline' };
    case 'straggler':
      later();
      return { kind: 'unknown' };
    case 'together': {
      const [first] = await life.together([one.newRun(), one.newRun()], (run) => one.arrive(run));
      return first as Reply<T>;
    }
    case 'twice':
      later();
      return one.arrive();
    case 'late':
      await life.pass(1_000 + random.below(20_000));
      return one.arrive();
    default:
      await one.arrive();
      return { kind: 'unknown' };
  }
}

/** An operation id that nobody has used. */
export const newOperation = (life: Life): string => `op-${life.seed}-${String(life.nextOperation()).padStart(6, '0')}`;

/** Signs in anew, as whoever it is does it. */
export async function signIn(life: Life, who: Who): Promise<boolean> {
  const { member, person, link } = who;
  for (let tries = 0; tries < 8; tries += 1) {
    const reply = member
      ? await packet(life, who, 'session.wecom', { input: { code: member.wecomUserId, via: 'mini_program' } }).arrive()
      : link !== undefined
        ? await packet(life, who, 'session.openLink', { input: { link, code: person?.openid ?? '' } }).arrive()
        : await packet(life, who, 'session.wechat', { input: { code: person?.openid ?? '' } }).arrive();
    if (reply.kind === 'ok') {
      who.token = reply.value.token;
      return true;
    }
    if (reply.kind === 'refused' && reply.code !== 'unavailable') return false;
  }
  return false;
}

/** Whoever's token has lapsed gets another one and asks the same again. */
export async function ask<O extends OperationId>(
  life: Life,
  who: Who,
  operation: O,
  given: Given<O> = {},
): Promise<Reply<Output<O>>> {
  if (who.token === undefined) await signIn(life, who);
  const one = packet(life, who, operation, given);
  const reply = await send(life, one);
  if (reply.kind !== 'refused' || (reply.code !== 'token_expired' && reply.code !== 'unauthenticated')) return reply;
  if (!(await renewed(life, who))) return reply;
  if (who.person && given.input !== undefined && 'operationId' in given.input)
    life.see('7 a token lapses, the same operation goes on');
  return one.arrive();
}

async function renewed(life: Life, who: Who): Promise<boolean> {
  const { token } = who;
  if (token !== undefined) {
    const reply = await packet(life, who, 'session.renew', { input: { token } }).arrive();
    if (reply.kind === 'ok') {
      who.token = reply.value.token;
      return true;
    }
  }
  return signIn(life, who);
}

const passing = new Set(['unavailable', 'version_conflict']);

/** Asked again until there is an answer, as a phone or a page does it: the same operation each time. */
export async function insist<O extends OperationId>(
  life: Life,
  who: Who,
  operation: O,
  given: Given<O>,
  tries = 6,
): Promise<Reply<Output<O>>> {
  let reply: Reply<Output<O>> = { kind: 'offline' };
  let unknown = false;
  for (let n = 0; n < tries; n += 1) {
    if (n > 0) await life.pass(2_000);
    reply = await ask(life, who, operation, given);
    const open =
      reply.kind === 'unknown' || reply.kind === 'offline' || (reply.kind === 'refused' && passing.has(reply.code));
    if (!open) {
      if (unknown && reply.kind === 'ok') life.see(`8 asked again: the same answer`);
      return reply;
    }
    unknown ||= reply.kind === 'unknown';
  }
  return reply;
}
