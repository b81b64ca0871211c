import { chooseEmail, type EmailOptions } from '#functions/adapters/email/choose-email.ts';
import type { EmailMessage } from '#shared/messaging/email.ts';
import { createClock } from '#test/world/clock.ts';
import { startMail } from '#test/world/mail/mail.ts';
import { createOutbox } from '#test/world/outbox.ts';

export const to = 'lin@example.com';
export const message: EmailMessage = {
  subject: '面试提醒:销售代表',
  text: '林晓彤您好,面试时间为2026年1月6日 14:00。\n进入面试:https://wxaurl.cn/aB3-x_9',
  html: '<p>林晓彤您好</p><p><a href="https://wxaurl.cn/aB3-x_9">进入面试</a></p>',
};
export const calendar: NonNullable<EmailMessage['calendar']> = {
  uid: 'itv_1@mianliao',
  sequence: 2,
  startsAt: '2026-01-06T06:00:00.000Z',
  endsAt: '2026-01-06T06:30:00.000Z',
  summary: '华东制造「销售代表」AI 面试',
  description: '请备好麦克风,安静环境;\n技术帮助 400-000-0000',
  url: 'https://wxaurl.cn/aB3-x_9',
};

export async function createSetting() {
  const clock = createClock({ start: new Date('2026-01-05T07:00:00Z'), frozen: true });
  const outbox = createOutbox();
  const mail = await startMail({ clock, outbox });
  const options: EmailOptions = {
    kind: 'smtp',
    from: '面聊 <mianliao@example.com>',
    smtpUrl: mail.url,
    sesConfigurationSet: '',
  };
  const senderWith = (over: Partial<EmailOptions> = {}) =>
    chooseEmail({ ...options, ...over }, { clock, region: 'ap-southeast-1' });
  return { clock, outbox, mail, senderWith, send: senderWith() };
}
export type Setting = Awaited<ReturnType<typeof createSetting>>;
