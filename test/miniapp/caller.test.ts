import { describe, expect, test } from 'vitest';
import { createCaller, type HttpRequest, type Send, type Sent, sessionKindOf } from '../../miniapp/src/api/caller.ts';
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
    expect([
      sessionKindOf('interview.end'),
      sessionKindOf('interview.decide'),
      sessionKindOf('session.openLink'),
      sessionKindOf('health.get'),
      sessionKindOf('notice.mine'),
      sessionKindOf('session.mine'),
      sessionKindOf('apply.open'),
    ]).toEqual(['candidate', 'recruiter', undefined, undefined, 'candidate', 'candidate', undefined]);
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
    expect(sent[2]?.body).toEqual({ link: 'signed' });
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
