import type { Messengers, Sent } from '#functions/ports.ts';
import type { SmsTemplate } from '#shared/messaging/compose.ts';
import type { TencentSms } from './sms/tencent.ts';
import type { VendorError } from './vendor/exchange.ts';
import type { WechatClient } from './wechat/client.ts';
import type { WecomClient } from './wecom/client.ts';

type Vendors = {
  sms: TencentSms;
  smsTemplates: Record<SmsTemplate, string>;
  wechat: WechatClient;
  wechatAppid: string;
  wechatTemplates: { result: string };
  wecom: WecomClient;
};

/** WeChat keeps a link for at most 30 days. */
const entryDays = 30;

const sent = (outcome: { ok: true } | { ok: false; error: VendorError<number | string> }): Sent => {
  if (outcome.ok) return { state: 'sent' };
  const { error } = outcome;
  return error.kind === 'refused' ? { state: 'refused', code: String(error.errcode) } : { state: error.kind };
};

/** The four providers behind one port. */
export const vendorMessengers = (vendors: Vendors): Messengers => ({
  async sms({ phone }, { template, params }) {
    return sent(await vendors.sms.send({ phone, templateId: vendors.smsTemplates[template], params }));
  },
  async wechat({ openid }, { template, page, data }) {
    const templateId = vendors.wechatTemplates[template];
    return sent(await vendors.wechat.sendSubscribeMessage({ openid, templateId, page, data }));
  },
  async wecom({ userid }, { title, page, items }) {
    const message = { kind: 'miniprogram_notice' as const, appid: vendors.wechatAppid, page, title, items };
    const outcome = await vendors.wecom.sendMessage({ to: [userid], message });
    if (outcome.ok && outcome.value.invalidUsers.length > 0) return { state: 'refused', code: 'invaliduser' };
    return sent(outcome);
  },
  async entryCode(page, query) {
    const made = await vendors.wechat.generateUrlLink({ path: page, query, expireDays: entryDays });
    return made.ok ? made.value.code : undefined;
  },
});
