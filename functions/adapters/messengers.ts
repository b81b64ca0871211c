import type { Messengers, Sent } from '#functions/ports.ts';
import type { SmsTemplate } from '#shared/messaging/compose.ts';
import type { CreditKind } from '#shared/messaging/messages.ts';
import type { SendMail } from './email/send-mail.ts';
import type { TencentSms } from './sms/tencent.ts';
import type { VendorError } from './vendor/exchange.ts';
import type { WechatClient } from './wechat/client.ts';
import type { WecomClient } from './wecom/client.ts';

type Vendors = {
  sms: TencentSms;
  smsTemplates: Record<SmsTemplate, string>;
  wechat: WechatClient;
  wechatAppid: string;
  wechatTemplates: Record<CreditKind, string>;
  wecom: WecomClient;
  /** Whether WeCom would still deliver to this member. */
  wecomBudget: { take(userid: string): Promise<boolean> };
  email: SendMail;
};

/** WeChat keeps a link for at most 30 days. */
const entryDays = 30;

/**
 * Refusals that pass by themselves, nothing having been sent: busy, another send to the same person, too many calls for
 * now. An SMS of the same words within 30 seconds.
 */
const passing = new Set([
  '-1',
  '43108',
  '45009',
  '45011',
  'RequestLimitExceeded',
  'LimitExceeded.PhoneNumberThirtySecondLimit',
]);

type Failed = { ok: false; error: VendorError<number | string> };

function sent(outcome: { ok: true } | Failed): Sent {
  if (outcome.ok) return { state: 'sent' };
  const { error } = outcome;
  if (error.kind !== 'refused') return { state: error.kind };
  const code = String(error.errcode);
  return passing.has(code) ? { state: 'unavailable' } : { state: 'refused', code };
}

/** Not handed over, so it may be tried again. */
const tooMuch: Sent = { state: 'unavailable' };
const toNobody: Sent = { state: 'refused', code: 'invaliduser' };

/** Whoever has had too much is left out: the message is the first one's. */
async function welcome({ wecomBudget }: Vendors, userids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const userid of userids) if (await wecomBudget.take(userid)) found.push(userid);
  return found;
}

/** The providers behind one port. */
export const vendorMessengers = (vendors: Vendors): Messengers => ({
  async sms({ phone }, { template, params }) {
    return sent(await vendors.sms.send({ phone, templateId: vendors.smsTemplates[template], params }));
  },
  async wechat({ openid }, { template, page, data }) {
    const templateId = vendors.wechatTemplates[template];
    const outcome = await vendors.wechat.sendSubscribeMessage({ openid, templateId, page, data });
    if (!outcome.ok || outcome.value.msgid === undefined) return sent(outcome);
    return { state: 'sent', msgid: outcome.value.msgid };
  },
  async wecom({ userid, also = [] }, { title, page, items }) {
    if (!(await vendors.wecomBudget.take(userid))) return tooMuch;
    const to = [userid, ...(await welcome(vendors, also))];
    const message = { kind: 'miniprogram_notice' as const, appid: vendors.wechatAppid, page, title, items };
    const outcome = await vendors.wecom.sendMessage({ to, message });
    return outcome.ok && outcome.value.invalidUsers.length >= to.length ? toNobody : sent(outcome);
  },
  async wecomCard({ userid, also = [] }, card) {
    if (!(await vendors.wecomBudget.take(userid))) return tooMuch;
    const to = [userid, ...(await welcome(vendors, also))];
    const outcome = await vendors.wecom.sendCard({ to: to.join('|'), card, appid: vendors.wechatAppid });
    if (!outcome.ok) return sent(outcome);
    const { responseCode, invalidUsers } = outcome.value;
    if (invalidUsers.length >= to.length) return toNobody;
    return { state: 'sent', ...(responseCode !== undefined && { responseCode }) };
  },
  async wecomBoard({ userid }, items) {
    const shown = items.map(({ key, data, page }) => ({ key, data, ...(page !== undefined && { pagepath: page }) }));
    return sent(await vendors.wecom.setWorkbenchData({ userid, items: shown }));
  },
  async email({ address }, message, key) {
    return sent(await vendors.email(address, message, key));
  },
  async entryCode(page, query) {
    const made = await vendors.wechat.generateUrlLink({ path: page, query, expireDays: entryDays });
    return made.ok ? made.value.code : undefined;
  },
});
