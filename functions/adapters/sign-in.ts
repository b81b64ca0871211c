import type { SignIn } from '#functions/ports.ts';
import type { Outcome } from './vendor/exchange.ts';
import type { WechatClient } from './wechat/client.ts';
import type { WecomClient } from './wecom/client.ts';

/** A refused code is an answer; a platform that does not answer is a fault, and the page tries again. */
function answered<T>(outcome: Outcome<T>): T | undefined {
  if (outcome.ok) return outcome.value;
  if (outcome.error.kind === 'refused') return undefined;
  throw new Error(`sign-in ${outcome.error.kind}: ${outcome.error.cause}`);
}

export const wechatSignIn = (client: WechatClient, appid: string): Pick<SignIn, 'wechat'> => ({
  async wechat(code) {
    const person = answered(await client.session(code));
    return person && { appid, openid: person.openid };
  },
});

export const wecomSignIn = (client: WecomClient, corpid: string): Pick<SignIn, 'wecom'> => ({
  async wecom(code, via) {
    const person = answered(via === 'web' ? await client.userInfo(code) : await client.session(code));
    return person?.userid === undefined ? undefined : { corpid, userid: person.userid };
  },
});
