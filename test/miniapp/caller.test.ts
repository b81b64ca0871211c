import { describe, expect, test } from 'vitest';
import { operations } from '#shared/contract/operations.ts';
import type { OperationId } from '#shared/contract/routes.ts';
import { ok, refuse } from '#shared/result.ts';
import { type CallError, isWaitable } from '../../miniapp/src/api/call-error.ts';
import { createCaller, type HttpRequest, type Send, type Sent, sessionKindOf } from '../../miniapp/src/api/caller.ts';
import { retrying } from '../../miniapp/src/api/retry.ts';
import { createServerTime } from '../../miniapp/src/api/server-time.ts';
import { createSession } from '../../miniapp/src/api/session.ts';
import { memoryStorage } from './memory-storage.ts';

const interviewId = 'itv_abcd';
const answered = (status: number, body: unknown, headers: Record<string, string> = {}): Sent => ({
  kind: 'answered',
  status,
  headers,
  body,
});
const refusedWith = (code: string, status: number) => answered(status, { error: { code, message: 'm' } });

function setUp(reply: (request: HttpRequest) => Sent, codes: { wechat?: string; wecom?: string } = {}) {
  const sent: HttpRequest[] = [];
  const send: Send = async (request) => {
    sent.push(request);
    return reply(request);
  };
  const storage = memoryStorage();
  const time = createServerTime(() => 1_000_000);
  const parts = { send, time, origin: 'https://api.test', appVersion: '9.9.9' };
  const session = createSession({
    call: createCaller(parts),
    storage,
    codes: {
      wechat: async () => codes.wechat,
      wecom: async () => (codes.wecom === undefined ? undefined : { code: codes.wecom, via: 'web' as const }),
    },
  });
  return { call: createCaller({ ...parts, session, deviceNow: () => 1_000_000 }), session, storage, sent, time };
}

describe('call', () => {
  test('fills the path and the query, carries token and version', async () => {
    const { call, storage, sent } = setUp(() => answered(200, { rows: [] }));
    storage.set('session.recruiter', { token: 'hr', expiresAt: '' });
    await call('workbench.list', { query: { status: 'submitted' } });
    expect(sent).toEqual([
      {
        method: 'GET',
        url: 'https://api.test/v1/hr/workbench?status=submitted',
        headers: { 'x-app-version': '9.9.9', authorization: 'Bearer hr' },
      },
    ]);
  });

  test('of a page that was opened without its id, nothing is asked: there is no such thing', async () => {
    const { call, storage, sent } = setUp(() => answered(404, { error: { code: 'unknown_operation', message: 'm' } }));
    storage.set('session.recruiter', { token: 'hr', expiresAt: '' });
    const told = await call('position.rules', { params: { positionId: '' } });
    expect(told).toEqual(refuse({ kind: 'refused', code: 'not_found', message: '', status: 404 }));
    expect(sent).toEqual([]);
  });

  test.each([
    [
      'a refusal is told by its code',
      refusedWith('not_found', 404),
      { kind: 'refused', code: 'not_found', message: 'm', status: 404 },
    ],
    ['no network', { kind: 'offline' }, { kind: 'offline' }],
    ['cut after sending', { kind: 'unknown' }, { kind: 'unknown' }],
    ['a gateway that gave up: what the server did is not known', answered(504, '<html>'), { kind: 'unknown' }],
    ['an answer whose body was cut', answered(200, null), { kind: 'unknown' }],
  ] as const)('%s', async (_, reply, error) => {
    const { call, storage } = setUp(() => reply as Sent);
    storage.set('session.candidate', { token: 't', expiresAt: '' });
    expect(await call('interview.list')).toEqual({ ok: false, error });
  });

  test('the server tells the time, whatever the device believes', async () => {
    const { call, storage, time } = setUp(() =>
      answered(200, { interviews: [] }, { 'x-server-time': '2026-03-02T00:00:00.000Z' }),
    );
    storage.set('session.candidate', { token: 't', expiresAt: '' });
    await call('interview.list');
    expect(new Date(time.now()).toISOString()).toBe('2026-03-02T00:00:00.000Z');
  });

  test('a session belongs to the operation', () => {
    const needs = { public: undefined, candidate: 'candidate', staff: 'recruiter' };
    const all = Object.entries(operations).map(([id, { role }]) => ({ id: id as OperationId, needs: needs[role] }));
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter((one) => sessionKindOf(one.id) !== one.needs)).toEqual([]);
  });
});

describe('signing in again', () => {
  const expired = (request: HttpRequest) => {
    if (request.url.endsWith('/v1/session/renew')) return refusedWith('login_failed', 401);
    if (request.url.endsWith('/v1/session/wechat')) return answered(200, { token: 'new', expiresAt: '' });
    if (request.url.endsWith('/v1/session/link'))
      return answered(200, { token: 'by-link', expiresAt: '', interviewId });
    return request.headers.authorization === 'Bearer old'
      ? refusedWith('token_expired', 401)
      : answered(200, { credits: {} });
  };
  const input = { operationId: 'op_12345678', accepted: ['result' as const] };

  test('once, then the same request with the same operation id', async () => {
    const { call, storage, sent } = setUp(expired, { wechat: 'code' });
    storage.set('session.candidate', { token: 'old', expiresAt: '' });
    const result = await call('interview.subscribe', { params: { interviewId }, input });
    expect(result.ok).toBe(true);
    expect(sent.map(({ url, headers, body }) => [url.slice(-13), headers.authorization, body])).toEqual([
      ['subscriptions', 'Bearer old', input],
      ['session/renew', undefined, { token: 'old' }],
      ['ession/wechat', undefined, { code: 'code' }],
      ['subscriptions', 'Bearer new', input],
    ]);
    expect(storage.get('session.candidate')).toMatchObject({ token: 'new' });
  });

  test('by the stored link where there is no WeChat', async () => {
    const { call, storage, sent } = setUp(expired);
    storage.set('session.candidate', { token: 'old', expiresAt: '' });
    storage.set('session.link', 'signed');
    await call('interview.subscribe', { params: { interviewId }, input });
    expect(sent[2]?.body).toEqual({ link: 'signed', token: 'old' });
    expect(sent[3]?.headers.authorization).toBe('Bearer by-link');
  });

  test('by the token that lapsed, while its session stands', async () => {
    const { call, storage, sent } = setUp((request) =>
      request.url.endsWith('/v1/session/renew') ? answered(200, { token: 'new', expiresAt: '' }) : expired(request),
    );
    storage.set('session.recruiter', { token: 'old', expiresAt: '' });
    expect((await call('requisition.list')).ok).toBe(true);
    expect(sent.map(({ headers, body }) => [headers.authorization, body])).toEqual([
      ['Bearer old', undefined],
      [undefined, { token: 'old' }],
      ['Bearer new', undefined],
    ]);
    expect(storage.get('session.recruiter')).toMatchObject({ token: 'new' });
  });

  test('what was cut on the way is no refusal: nobody is signed in by another way for it', async () => {
    const { call, storage } = setUp(
      (request) => (request.url.endsWith('/v1/session/renew') ? { kind: 'offline' } : expired(request)),
      { wechat: 'code' },
    );
    storage.set('session.candidate', { token: 'old', expiresAt: '' });
    expect(await call('interview.list')).toEqual({ ok: false, error: { kind: 'offline' } });
    expect(storage.get('session.candidate')).toMatchObject({ token: 'old' });
  });

  test('calls at the same time share one sign-in', async () => {
    const { call, storage, sent } = setUp(expired, { wechat: 'code' });
    storage.set('session.candidate', { token: 'old', expiresAt: '' });
    await Promise.all([1, 2, 3].map(() => call('interview.subscribe', { params: { interviewId }, input })));
    expect(sent.filter(({ url }) => url.endsWith('/session/wechat'))).toHaveLength(1);
  });

  test('with nothing to sign in by it says so and asks nobody', async () => {
    const { call, sent } = setUp(expired);
    expect(await call('interview.list')).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
    expect(sent).toEqual([]);
  });

  test('a link is remembered only when it opened', async () => {
    const { session, storage } = setUp(() => refusedWith('link_expired', 410));
    expect((await session.openLink('old')).ok).toBe(false);
    expect(storage.keys()).toEqual([]);
  });
});

describe('a link that somebody else opened first', () => {
  const details = { phone: '138****1234', contact: { name: 'HR', phone: '021', hours: '9-18' } };
  const server = (request: HttpRequest) => {
    if (request.url.endsWith('/v1/session/link')) {
      const error = { code: 'proof_required', message: 'm', details };
      return answered(403, { error });
    }
    return answered(200, { token: 'proved', expiresAt: '', interviewId, phone: details.phone });
  };

  test('is proved by the code that came, with a WeChat code of its own, and remembered from then on', async () => {
    const { session, storage, sent } = setUp(server, { wechat: 'code' });
    const opened = await session.openLink('signed');
    expect(opened).toMatchObject({ ok: false, error: { code: 'proof_required', details } });
    expect(storage.get('session.link')).toBeUndefined();
    await session.askProof();
    expect(await session.prove('123456')).toMatchObject({ ok: true });
    expect(sent.map(({ url, body }) => [url.replace('https://api.test/v1/session/', ''), body])).toEqual([
      ['link', { link: 'signed', code: 'code' }],
      ['link/codes', { link: 'signed' }],
      ['link/proof', { link: 'signed', proof: '123456', code: 'code' }],
    ]);
    expect(session.token('candidate')).toBe('proved');
    expect(storage.get('session.link')).toBe('signed');
  });
});

describe('too much in a minute', () => {
  const limited = (seconds: number): CallError => ({
    kind: 'refused',
    code: 'rate_limited',
    message: '',
    status: 429,
    details: { seconds },
  });
  const asked = async (seconds: number) => {
    const pauses: number[] = [];
    let tries = 0;
    const result = await retrying(
      async () => {
        tries += 1;
        return tries === 1 ? refuse(limited(seconds)) : ok('done');
      },
      { pause: async (ms) => void pauses.push(ms) },
    );
    return { result, pauses };
  };

  test('is asked for again when the server says, where that is soon, and told where it is not', async () => {
    expect(await asked(5)).toEqual({ result: ok('done'), pauses: [5000] });
    expect(await asked(40)).toEqual({ result: refuse(limited(40)), pauses: [] });
  });

  test('is waited for by what must not be lost', () => {
    expect(isWaitable(limited(40))).toBe(true);
    // An hour's limit on one thing is that thing's answer.
    expect(isWaitable({ kind: 'refused', code: 'rate_limited', message: '', status: 429 })).toBe(false);
  });
});
