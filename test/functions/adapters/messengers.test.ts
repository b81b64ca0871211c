import { describe, expect, it } from 'vitest';
import { vendorMessengers } from '#functions/adapters/messengers.ts';
import { sms as smsTexts } from '#shared/copy/zh/messages.ts';
import type { SmsMessage, SmsTemplate } from '#shared/messaging/compose.ts';
import { creditKinds } from '#shared/messaging/messages.ts';
import { ok, refuse } from '#shared/result.ts';

type Vendors = Parameters<typeof vendorMessengers>[0];
const nobody = () => Promise.reject(new Error('not asked for'));
const named = <K extends string>(kind: string, names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, `${kind} ${name}`])) as Record<K, string>;
const smsNames = Object.keys(smsTexts) as SmsTemplate[];

type Over = { [V in 'sms' | 'wechat' | 'wecom']?: Partial<Vendors[V]> } & { email?: Vendors['email'] };

/** Vendors of which one method answers; the templates' ids say what they are for. */
const messengersWith = (over: Over) =>
  vendorMessengers({
    sms: { send: nobody, ...over.sms },
    wechat: { session: nobody, sendSubscribeMessage: nobody, generateUrlLink: nobody, ...over.wechat },
    wecom: {
      session: nobody,
      userInfo: nobody,
      sendMessage: nobody,
      sendCard: nobody,
      updateCard: nobody,
      setWorkbenchData: nobody,
      departments: nobody,
      members: nobody,
      ...over.wecom,
    },
    wecomBudget: { take: async (userid) => userid !== 'flooded' },
    email: over.email ?? nobody,
    smsTemplates: named('sms', smsNames),
    wechatTemplates: named('wechat', creditKinds),
    wechatAppid: 'wx1',
  });

const wechat = { template: 'reminder', page: 'pages/booking/index', data: {} } as const;
const refusing =
  <Code extends number | string>(errcode: Code) =>
  async () =>
    refuse({ kind: 'refused' as const, errcode, errmsg: '' });

describe('messengers', () => {
  it.each([-1, 43108, 45009, 45011])('WeChat’s %i was not sent and may be tried again', async (errcode) => {
    const { wechat: send } = messengersWith({ wechat: { sendSubscribeMessage: refusing(errcode) } });
    expect(await send({ openid: 'o' }, wechat)).toEqual({ state: 'unavailable' });
  });

  it.each([43101, 43107, 45168, 47003, 40003])('WeChat’s %i stays a refusal', async (errcode) => {
    const { wechat: send } = messengersWith({ wechat: { sendSubscribeMessage: refusing(errcode) } });
    expect(await send({ openid: 'o' }, wechat)).toEqual({ state: 'refused', code: String(errcode) });
  });

  it('tells the name of the message that a receipt will have', async () => {
    const asked: object[] = [];
    const sendSubscribeMessage = async (message: object) => {
      asked.push(message);
      return ok({ msgid: '5997714730473385121' });
    };
    const { wechat: send } = messengersWith({ wechat: { sendSubscribeMessage } });
    expect(await send({ openid: 'o' }, wechat)).toEqual({ state: 'sent', msgid: '5997714730473385121' });
    expect(asked).toMatchObject([{ templateId: 'wechat reminder' }]);
  });

  it('waits out WeCom’s and Tencent’s limits too', async () => {
    const { wecomBoard, sms } = messengersWith({
      wecom: { setWorkbenchData: refusing(45009) },
      sms: { send: refusing('LimitExceeded.PhoneNumberThirtySecondLimit') },
    });
    expect(await wecomBoard({ userid: 'wangmin' }, [{ key: '待评估', data: '3' }])).toEqual({ state: 'unavailable' });
    const message: SmsMessage = { template: 'reminder', params: [] };
    expect(await sms({ phone: '+8613800000000' }, message)).toEqual({ state: 'unavailable' });
    const daily = messengersWith({ sms: { send: refusing('LimitExceeded.PhoneNumberDailyLimit') } });
    expect(await daily.sms({ phone: '+8613800000000' }, message)).toMatchObject({ state: 'refused' });
  });

  it('hands on mail with the key of what it says', async () => {
    const asked: unknown[] = [];
    const { email } = messengersWith({
      email: async (...given) => {
        asked.push(given[0], given[2]);
        return refuse({ kind: 'refused', errcode: '550', errmsg: '' });
      },
    });
    const sent = await email({ address: 'a@example.com' }, { subject: '', text: '', html: '' }, 'itv_1.reminder.2');
    expect(sent).toEqual({ state: 'refused', code: '550' });
    expect(asked).toEqual(['a@example.com', 'itv_1.reminder.2']);
  });

  it('what WeCom would drop unheard is not handed over, and may be tried again', async () => {
    const { wecom, wecomCard } = messengersWith({});
    const card = { taskId: 'noshow_itv_1_4', title: '', description: '', items: [], buttons: [] };
    expect(await wecom({ userid: 'flooded' }, { title: '', page: '', items: [] })).toEqual({ state: 'unavailable' });
    expect(await wecomCard({ userid: 'flooded' }, card)).toEqual({ state: 'unavailable' });
  });
});
