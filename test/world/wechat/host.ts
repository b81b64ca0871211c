import * as z from 'zod';
import type { Clock } from '#functions/adapters/vendor/exchange.ts';
import type { Outbox } from '../outbox.ts';
import type { Memory } from '../provider/memory.ts';

export type WechatPerson = {
  openid: string;
  unionid?: string;
  /** WeChat blocks this person's sign-in (40226). */
  risk?: boolean;
};

export type WechatTemplate = {
  id: string;
  title: string;
  /** The template's lines: `{ key: 'thing1', name: '面试岗位' }`. All of them are required in a send. */
  fields: { key: string; name: string }[];
  /** Other apps cannot send it. */
  appid?: string;
  /** Sends are refused with 43107. */
  banned?: boolean;
};

export const wechatState = z.object({
  /** openid → the ISO instant the person was last active. */
  people: z.record(z.string(), z.string()),
  /** `openid templateId` → accepted subscriptions left. */
  credits: z.record(z.string(), z.number()),
  /** The last part of the link → what it opens. */
  urlLinks: z.record(
    z.string(),
    z.object({ appid: z.string(), path: z.string(), query: z.string(), expiresAt: z.number() }),
  ),
});

export type WechatState = z.infer<typeof wechatState>;

export const emptyState = (): WechatState => ({ people: {}, credits: {}, urlLinks: {} });

/** What the simulated calls share. */
export type WechatHost = {
  clock: Clock;
  outbox: Outbox;
  memory: Memory<WechatState>;
  templates: WechatTemplate[];
  pages: string[];
  sensitiveWords: string[];
  handlingMs: number;
  /** Tells the app's owner of an event, as JSON. */
  tell(event: Record<string, unknown>): void;
  /** The openids a send is under way to. */
  sending: Set<string>;
};

/** A page path as WeChat knows it: no leading slash, the query apart. */
export const isPublishedPage = (pages: string[], page: string): boolean => pages.includes(page.split('?')[0] ?? '');
