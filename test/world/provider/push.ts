import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '#functions/adapters/vendor/exchange.ts';
import { type CallbackKeys, callbackSignature, encryptCallback } from '#functions/adapters/wechat/crypto.ts';

/** Where a platform pushes to, and how the app's owner set it up there. */
export type Callback = { url: string; keys: CallbackKeys };

export type Pushed = { status: number; body: string };

export type Pusher = {
  /** Sends it as the platform does, up to three times more while it is not answered 200. Undefined where nothing is set up. */
  push(message: string, form: 'xml' | 'json'): Promise<Pushed | undefined>;
  /** Pushes that are under way have been answered or given up. */
  idle(): Promise<void>;
};

const answerMs = 5000;
const retries = 3;
const retryMs = 20;

export function createPusher({ clock, callback }: { clock: Clock; callback: Callback | undefined }): Pusher {
  const underWay = new Set<Promise<unknown>>();

  async function send({ url, keys }: Callback, message: string, form: 'xml' | 'json'): Promise<Pushed | undefined> {
    let last: Pushed | undefined;
    for (let n = 0; n <= retries; n += 1) {
      if (n > 0) await pause(retryMs);
      last = await post(signed(url, keys, clock, message, form)).catch(() => undefined);
      if (last?.status === 200) return last;
    }
    return last;
  }

  return {
    async push(message, form) {
      if (callback === undefined) return undefined;
      const sending = send(callback, message, form);
      underWay.add(sending);
      try {
        return await sending;
      } finally {
        underWay.delete(sending);
      }
    },
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

type Request = { url: string; body: string; type: string };

/** Encrypted and signed anew for every try, as at this moment. */
export function signed(url: string, keys: CallbackKeys, clock: Clock, message: string, form: 'xml' | 'json'): Request {
  const timestamp = String(Math.floor(clock.now().getTime() / 1000));
  const nonce = randomBytes(5).toString('hex');
  const encrypted = encryptCallback(keys, message);
  const msg_signature = callbackSignature({ token: keys.token, timestamp, nonce, encrypted });
  const signature = callbackSignature({ token: keys.token, timestamp, nonce });
  const query = new URLSearchParams({ signature, timestamp, nonce, encrypt_type: 'aes', msg_signature });
  const to = keys.receiver;
  const body =
    form === 'json'
      ? JSON.stringify({ ToUserName: to, Encrypt: encrypted })
      : `<xml><ToUserName><![CDATA[${to}]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
  return { url: `${url}?${query}`, body, type: form === 'json' ? 'application/json' : 'text/xml' };
}

async function post({ url, body, type }: Request): Promise<Pushed> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
    signal: AbortSignal.timeout(answerMs),
  });
  return { status: reply.status, body: await reply.text() };
}
