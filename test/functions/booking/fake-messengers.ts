import { AsyncLocalStorage } from 'node:async_hooks';
import type { DeliverJob } from '#functions/delivery/deliver.ts';
import type { Channel, Messengers, Sent, WecomReaders } from '#functions/ports.ts';
import { sms as smsTexts } from '#shared/copy/zh/messages.ts';

export type Mode = 'ok' | 'down' | 'refused' | 'unknown';
/** What a provider was handed. `text`: everything a person reads; `to`: phone, openid, address or user id. */
export type Handed = { channel: Channel; to: string; text: string; at: Date; job: DeliverJob | undefined; mode: Mode };

/** Providers that do what they are told to; 'codes' makes the short links. */
export function fakeMessengers(now: () => Date) {
  const modes: Record<Channel | 'codes', Mode> = { wechat: 'ok', sms: 'ok', email: 'ok', wecom: 'ok', codes: 'ok' };
  const handed: Handed[] = [];
  const underway = new AsyncLocalStorage<DeliverJob>();
  const watchers: ((one: Handed) => void)[] = [];
  let codes = 0;

  async function take(channel: Channel, to: string, text: string): Promise<Sent> {
    const mode = modes[channel];
    if (mode === 'down') return { state: 'unavailable' };
    const one = { channel, to, text, at: now(), job: underway.getStore(), mode };
    if (mode !== 'refused') {
      handed.push(one);
      for (const watch of watchers) watch(one);
    }
    return mode === 'ok'
      ? { state: 'sent' }
      : mode === 'unknown'
        ? { state: 'unknown' }
        : { state: 'refused', code: '40003' };
  }
  const filled = (text: string, params: string[]) =>
    params.reduce((all, value, i) => all.replace(`{${i + 1}}`, value), text);

  async function toAll({ userid, also = [] }: WecomReaders, text: string): Promise<Sent> {
    for (const one of also) await take('wecom', one, text);
    return take('wecom', userid, text);
  }
  const messengers: Messengers = {
    sms: ({ phone }, { template, params }) => take('sms', phone, filled(smsTexts[template], params)),
    wechat: ({ openid }, { data, page }) => take('wechat', openid, `${Object.values(data).join(' ')} ${page}`),
    email: ({ address }, { subject, text, calendar }) =>
      take('email', address, `${subject} ${text} ${calendar ? JSON.stringify(calendar) : ''}`),
    wecom: (to, { title, items }) => toAll(to, `${title} ${items.map(({ value }) => value).join(' ')}`),
    wecomCard: (to, { title, items }) => toAll(to, `${title} ${items.map(({ value }) => value).join(' ')}`),
    wecomBoard: async () => ({ state: 'sent' }),
    async entryCode() {
      codes += 1;
      return modes.codes === 'ok' ? `code${codes}` : undefined;
    },
  };
  return {
    messengers,
    modes,
    handed,
    /** Called when a provider takes something, at that moment. */
    onHanded: (watch: (one: Handed) => void) => watchers.push(watch),
    /** So that what is handed over is known by its job. */
    doing: <T>(job: DeliverJob, work: () => Promise<T>): Promise<T> => underway.run(job, work),
    heal() {
      for (const name of Object.keys(modes) as (keyof typeof modes)[]) modes[name] = 'ok';
    },
  };
}
