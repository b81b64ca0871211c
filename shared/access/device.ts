import * as z from 'zod';

/** Where somebody is signed in, in the few words that tell their own devices apart. */
export const deviceSchema = z.object({
  app: z.enum(['wecom', 'wechat', 'browser']),
  system: z.enum(['ios', 'android', 'windows', 'mac', 'other']),
});
export type Device = z.infer<typeof deviceSchema>;

/** WeCom's agent names WeChat's as well, and an Android's names Linux: the narrower word is asked for first. */
export function deviceOf(userAgent: string | undefined): Device {
  const agent = userAgent ?? '';
  const app = /wxwork/i.test(agent) ? 'wecom' : /micromessenger/i.test(agent) ? 'wechat' : 'browser';
  if (/iphone|ipad|ipod/i.test(agent)) return { app, system: 'ios' };
  if (/android|openharmony/i.test(agent)) return { app, system: 'android' };
  if (/windows/i.test(agent)) return { app, system: 'windows' };
  return { app, system: /mac os|macintosh/i.test(agent) ? 'mac' : 'other' };
}
