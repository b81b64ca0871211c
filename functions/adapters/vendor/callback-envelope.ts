import type { CallbackRefusal } from '#functions/ports/callbacks.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { type CallbackKeys, decryptCallback, isCallbackSignature } from '../wechat/crypto.ts';
import type { Clock } from './exchange.ts';

export type Signed = Record<string, string | undefined>;

const freshMs = 5 * 60_000;

/** Whether this query was signed with our token, lately. With `encrypted` it is the signature of safe mode. */
export function checkSigned(
  { token, encodingAesKey }: CallbackKeys,
  clock: Clock,
  query: Signed,
  encrypted?: string,
): CallbackRefusal | undefined {
  if (token === '' || encodingAesKey === '') return 'unset';
  const { timestamp = '', nonce = '' } = query;
  const signature = (encrypted === undefined ? query.signature : query.msg_signature) ?? '';
  const parts = { token, timestamp, nonce, ...(encrypted !== undefined && { encrypted }) };
  if (!isCallbackSignature(signature, parts)) return 'forged';
  if (!/^\d{1,12}$/.test(timestamp)) return 'unreadable';
  return Math.abs(clock.now().getTime() - Number(timestamp) * 1000) <= freshMs ? undefined : 'stale';
}

/** What is inside, once its signature, its age and its receiver are found right, in this order. */
export function openEnvelope(
  keys: CallbackKeys,
  clock: Clock,
  query: Signed,
  encrypted: string,
): Result<string, CallbackRefusal> {
  const refusal = checkSigned(keys, clock, query, encrypted);
  if (refusal !== undefined) return refuse(refusal);
  const opened = decryptCallback(keys, encrypted);
  if (opened.ok) return ok(opened.value);
  return refuse(opened.error === 'foreign_receiver' ? 'foreign' : 'unreadable');
}

/** What a platform asks to have back is a number; nothing else is, not even what was signed. */
export const echoOf = (echo: string): Result<string, CallbackRefusal> =>
  /^[\w-]{1,64}$/.test(echo) ? ok(echo) : refuse('unreadable');

/**
 * The encrypted part of a push, in XML or JSON. Nobody has vouched for the text yet: it is looked for and not parsed, and
 * whatever else stands around it counts for nothing.
 */
export function encryptedPart(body: string): string | undefined {
  const inXml = /<Encrypt>(?:<!\[CDATA\[)?([A-Za-z0-9+/]+={0,2})(?:\]\]>)?<\/Encrypt>/;
  const inJson = /"Encrypt"\s*:\s*"((?:[A-Za-z0-9+/]|\\\/)+={0,2})"/;
  return (inXml.exec(body) ?? inJson.exec(body))?.[1]?.replaceAll('\\/', '/');
}
