import path from 'node:path';
import type { Config } from '#functions/config.ts';
import { sms as smsTexts, wechat as wechatTexts } from '#shared/copy/zh/messages.ts';
import type { SmsTemplate } from '#shared/messaging/compose.ts';
import { type CreditKind, creditKinds } from '#shared/messaging/messages.ts';
import { createAsr } from './asr/asr.ts';
import type { WorldClock } from './clock.ts';
import { createLlm } from './llm/llm.ts';
import { type Mail, startMail } from './mail/mail.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createPersonnel } from './personnel/personnel.ts';
import type { Handle } from './provider/serve.ts';
import { wecomDepartments, wecomMembers } from './seeds/wecom-contacts.ts';
import { seed } from './seeds/world-seed.ts';
import { createSms } from './sms/sms.ts';
import { createWechat } from './wechat/wechat.ts';
import { createWecom } from './wecom/wecom.ts';

const base = {
  wechat: '/world/api.weixin.qq.com',
  wecom: '/world/qyapi.weixin.qq.com',
  sms: '/world/sms.tencentcloudapi.com',
  asr: '/world/asr',
  llm: '/world/llm',
  personnel: '/world/personnel-system',
} as const;

const { appid } = seed.company.wechat;
const { corpid, agentid } = seed.company.wecom;
const secrets = {
  wechat: 'world-wechat-secret',
  wecom: 'world-wecom-secret',
  sms: 'world-sms-secret-key',
  asr: 'world-asr-key',
  llm: 'world-llm-key',
  personnel: 'world-personnel-key',
};
const signName = '面聊';
const templateId = (name: SmsTemplate): string => String(1_800_001 + Object.keys(smsTexts).indexOf(name));
/** As the mini-program's own configuration names them. */
const wechatTemplates: Record<CreditKind, string> = {
  result: 'tmpl_interview_result',
  reminder: 'tmpl_interview_reminder',
  no_show: 'tmpl_interview_no_show',
  change: 'tmpl_interview_change',
};
const templateFields: Record<CreditKind, { key: string; name: string }[]> = {
  result: [
    { key: 'phrase1', name: '面试状态' },
    { key: 'thing2', name: '应聘岗位' },
    { key: 'thing3', name: '下一步' },
    { key: 'time4', name: '时间' },
  ],
  reminder: [
    { key: 'thing1', name: '应聘岗位' },
    { key: 'time2', name: '面试时间' },
    { key: 'thing3', name: '设备要求' },
    { key: 'thing4', name: '技术帮助' },
    { key: 'thing5', name: '温馨提示' },
  ],
  no_show: [
    { key: 'thing1', name: '应聘岗位' },
    { key: 'time2', name: '原定时间' },
    { key: 'phrase3', name: '状态' },
    { key: 'thing4', name: '温馨提示' },
  ],
  change: [
    { key: 'thing1', name: '应聘岗位' },
    { key: 'time2', name: '面试时间' },
    { key: 'phrase3', name: '预约状态' },
    { key: 'thing4', name: '温馨提示' },
  ],
};
/** As the owner of the apps entered them at WeChat and at WeCom. */
const callbacks = {
  wechat: { token: 'worldWechatToken', encodingAesKey: 'worldWechatCallbackKeyOf43CharactersAAAAAAA' },
  wecom: { token: 'worldWecomToken', encodingAesKey: 'worldWecomCallbackKeyOf43CharactersAAAAAAAA' },
};

/** What the platform's own consent sheet calls each template. */
export const templateTitles: Record<string, string> = Object.fromEntries(
  creditKinds.map((kind) => [wechatTemplates[kind], wechatTexts[kind].title]),
);

/** Pages that links and messages may open; the ones the package declares. */
const pages = [
  'pages/home/index',
  'pages/invitation/index',
  'pages/guide/index',
  'pages/precheck/index',
  'pages/practice/index',
  'pages/interview/index',
  'pages/progress/index',
  'pages/report/index',
  'pages/booking/index',
  'pages/messages/index',
  'hr/workbench/index',
  'hr/review/index',
  'hr/invite/index',
  'hr/slots/index',
];

/** WeChat, WeCom, SMS, mail and what reached people from them. `origin`: where the product is called back. */
export async function startVendors({ clock, dir, origin }: { clock: WorldClock; dir: string; origin: string }) {
  const file = (name: string) => path.join(dir, `${name}.json`);
  const outbox: Outbox = createOutbox({ file: file('outbox') });
  const wechat = createWechat({
    base: base.wechat,
    clock,
    outbox,
    apps: [{ appid, secret: secrets.wechat }],
    pages,
    templates: creditKinds.map((kind) => ({
      id: wechatTemplates[kind],
      title: wechatTexts[kind].title,
      fields: templateFields[kind],
    })),
    callback: { url: `${origin}/v1/callbacks/wechat`, keys: { ...callbacks.wechat, receiver: appid } },
    file: file('wechat'),
  });
  const wecom = createWecom({
    base: base.wecom,
    clock,
    outbox,
    corps: [{ corpid, agentid, corpsecret: secrets.wecom, members: wecomMembers, departments: wecomDepartments }],
    callback: { url: `${origin}/v1/callbacks/wecom`, keys: { ...callbacks.wecom, receiver: corpid } },
    file: file('wecom'),
  });
  const sms = createSms({
    base: base.sms,
    clock,
    outbox,
    accounts: [{ secretId: 'world-sms-id', secretKey: secrets.sms, sdkAppIds: ['1400000001'] }],
    templates: (Object.keys(smsTexts) as SmsTemplate[]).map((name) => ({ id: templateId(name), text: smsTexts[name] })),
    signs: [signName],
    dailyCap: 200,
  });
  const mail = await startMail({ clock, outbox });
  const asr = createAsr({
    base: base.asr,
    clock,
    apiKey: secrets.asr,
    tencent: { secretId: 'world-asr-id', secretKey: secrets.asr },
  });
  const llm = createLlm({ base: base.llm, apiKey: secrets.llm });
  const personnel = createPersonnel({ base: base.personnel, apiKey: secrets.personnel });
  const handles: Handle[] = [wechat, wecom, sms, asr, llm, personnel].map(({ handle }) => handle);
  return { outbox, wechat, wecom, sms, mail, asr, llm, personnel, handles };
}

/** How the product reaches the simulators: the same adapters, other base addresses. */
export function vendorConfig(
  origin: string,
  mail: Pick<Mail, 'url'> = { url: 'smtp://mail.invalid' },
): Pick<Config, 'scanning' | 'wechat' | 'wecom' | 'sms' | 'asr' | 'email' | 'outcomeSources'> {
  const templates = Object.fromEntries(
    (Object.keys(smsTexts) as SmsTemplate[]).map((name) => [name, templateId(name)]),
  ) as Config['sms']['templates'];
  return {
    wechat: {
      baseUrl: `${origin}${base.wechat}`,
      appid,
      secret: secrets.wechat,
      templates: wechatTemplates,
      callback: callbacks.wechat,
    },
    email: { kind: 'smtp', from: `${signName} <mianliao@example.com>`, smtpUrl: mail.url, sesConfigurationSet: '' },
    scanning: 'guardduty',
    asr: {
      kind: 'openai',
      baseUrl: `${origin}${base.asr}/v1`,
      key: secrets.asr,
      secretId: '',
      model: 'whisper-1',
      sureFrom: 0.6,
    },
    wecom: {
      baseUrl: `${origin}${base.wecom}`,
      corpid,
      agentid,
      secret: secrets.wecom,
      callback: callbacks.wecom,
    },
    sms: {
      endpoint: `${origin}${base.sms}`,
      secretId: 'world-sms-id',
      secretKey: secrets.sms,
      sdkAppId: '1400000001',
      signName,
      region: 'ap-guangzhou',
      templates,
    },
    outcomeSources: {
      [seed.company.companyId]: { url: `${origin}${base.personnel}`, key: secrets.personnel },
    },
  };
}

/** The model behind an endpoint as the scorer, where a world is asked for it; the embedded one scores otherwise. */
export const modelConfig = (origin: string): NonNullable<Config['scoring']> => ({
  kind: 'openai',
  baseUrl: `${origin}${base.llm}/v1`,
  key: secrets.llm,
  model: 'world-model',
  samples: 3,
});
