import type { Output } from '#shared/contract/operations.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { KeyValue } from '../state/storage.ts';
import { type CallError, isRefused } from './call-error.ts';
import type { Call, Session, SessionKind } from './caller.ts';

/** What the client around us can prove. Each code is good for one use. */
export type LoginCodes = {
  /** `wx.login`; undefined in a browser. */
  wechat(): Promise<string | undefined>;
  /** `wx.qy.login` in WeCom's mini-program, or the `code` WeCom's OAuth put into the address of the page. */
  wecom(): Promise<{ code: string; via: 'mini_program' | 'web' } | undefined>;
};

type Signed = { token: string; expiresAt: string };
type Parts = { call: Call; storage: KeyValue; codes: LoginCodes };

const key = (kind: SessionKind) => `session.${kind}`;
const linkKey = 'session.link';
const signedOut: CallError = { kind: 'refused', code: 'unauthenticated', message: '', status: 401 };

export type SignIn = Session & {
  /** Opens a signed invitation link, signs in with it and remembers it for later renewals. */
  openLink(link: string): Promise<Result<Output<'session.openLink'>, CallError>>;
  /** Of the link that was refused last with `proof_required`: an SMS to the phone on record, and what came by it. */
  askProof(): Promise<Result<Output<'session.askProof'>, CallError>>;
  prove(proof: string): Promise<Result<Output<'session.prove'>, CallError>>;
  signOut(kind: SessionKind): void;
};

/** Tokens live in storage under `session.candidate` / `session.recruiter` as `{ token, expiresAt }`. */
export function createSession({ call, storage, codes }: Parts): SignIn {
  const underWay = new Map<SessionKind, Promise<Result<string, CallError>>>();
  const token = (kind: SessionKind) => storage.get<Signed>(key(kind))?.token;

  function keep(kind: SessionKind, { token, expiresAt }: Signed): Result<string, CallError> {
    storage.set(key(kind), { token, expiresAt });
    return ok(token);
  }

  /** The link that wants to be proved. */
  let unproved = '';

  /** What may go with a link: WeChat's word for who this is, and the session this device has already. */
  async function withCode<T extends object>(input: T): Promise<T & { code?: string }> {
    const code = await codes.wechat();
    return code === undefined ? input : { ...input, code };
  }

  function keepOpened<T extends Signed>(link: string, opened: Result<T, CallError>): Result<T, CallError> {
    if (!opened.ok) return opened;
    storage.set(linkKey, link);
    keep('candidate', opened.value);
    return opened;
  }

  async function openLink(link: string) {
    const held = token('candidate');
    const opened = await call('session.openLink', {
      input: await withCode(held === undefined ? { link } : { link, token: held }),
    });
    if (!opened.ok && isRefused(opened.error, 'proof_required')) unproved = link;
    return keepOpened(link, opened);
  }

  const prove = async (proof: string) =>
    keepOpened(unproved, await call('session.prove', { input: await withCode({ link: unproved, proof }) }));

  /** A token that lapsed is good for a new one while its session stands; undefined where that is over. */
  async function renewed(kind: SessionKind): Promise<Result<string, CallError> | undefined> {
    const old = token(kind);
    if (old === undefined) return undefined;
    const answer = await call('session.renew', { input: { token: old } });
    if (answer.ok) return keep(kind, answer.value);
    return answer.error.kind === 'refused' ? undefined : answer;
  }

  async function signIn(kind: SessionKind): Promise<Result<string, CallError>> {
    const again = await renewed(kind);
    if (again !== undefined) return again;
    return kind === 'recruiter' ? signInRecruiter() : signInCandidate();
  }

  async function signInCandidate(): Promise<Result<string, CallError>> {
    const code = await codes.wechat();
    if (code !== undefined) {
      const signed = await call('session.wechat', { input: { code } });
      if (signed.ok) return keep('candidate', signed.value);
      if (!isRefused(signed.error, 'login_failed', 'not_found', 'unauthenticated')) return signed;
    }
    const link = storage.get<string>(linkKey);
    if (link === undefined) return refuse(signedOut);
    const opened = await openLink(link);
    return opened.ok ? ok(opened.value.token) : opened;
  }

  async function signInRecruiter(): Promise<Result<string, CallError>> {
    const code = await codes.wecom();
    if (code === undefined) return refuse(signedOut);
    const signed = await call('session.wecom', { input: code });
    return signed.ok ? keep('recruiter', signed.value) : signed;
  }

  return {
    token,
    openLink,
    askProof: () => call('session.askProof', { input: { link: unproved } }),
    prove,
    signOut: (kind) => storage.remove(key(kind)),
    renew(kind, stale) {
      const current = token(kind);
      if (current !== undefined && current !== stale) return Promise.resolve(ok(current));
      const running = underWay.get(kind);
      if (running) return running;
      const started = signIn(kind).finally(() => underWay.delete(kind));
      underWay.set(kind, started);
      return started;
    },
  };
}
