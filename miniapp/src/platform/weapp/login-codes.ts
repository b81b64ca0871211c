import Taro from '@tarojs/taro';
import type { LoginCodes } from '../../api/session.ts';

type Answer = { code?: string };
type WeCom = { login(options: { success(answer: Answer): void; fail(): void }): void };

/** Taro does not wrap WeCom's own calls; they hang on the client's `wx.qy`. */
declare const wx: { qy?: WeCom } | undefined;

export const loginCodes: LoginCodes = {
  wechat: async () => {
    try {
      return (await Taro.login()).code || undefined;
    } catch {
      return undefined;
    }
  },
  wecom: () =>
    new Promise((done) => {
      const qy = typeof wx === 'undefined' ? undefined : wx.qy;
      if (!qy) return done(undefined);
      qy.login({
        success: ({ code }) => done(code ? { code, via: 'mini_program' } : undefined),
        fail: () => done(undefined),
      });
    }),
};
