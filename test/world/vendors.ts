import path from 'node:path';
import type { Config } from '#functions/config.ts';
import { sms as smsTexts, wechat as wechatTexts } from '#shared/copy/zh/messages.ts';
import type { SmsTemplate } from '#shared/messaging/compose.ts';
import { createAsr } from './asr/asr.ts';
import type { WorldClock } from './clock.ts';
import { createLlm } from './llm/llm.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { Handle } from './provider/serve.ts';
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
} as const;

const { appid } = seed.company.wechat;
const { corpid, agentid } = seed.company.wecom;
const secrets = {
  wechat: 'world-wechat-secret',
  wecom: 'world-wecom-secret',
  sms: 'world-sms-secret-key',
  asr: 'world-asr-key',
  llm: 'world-llm-key',
};
const signName = '面聊';
const templateId = (name: SmsTemplate): string => String(1_800_001 + Object.keys(smsTexts).indexOf(name));
/** As the mini-program's own configuration names it. */
const resultTemplate = 'tmpl_interview_result';

/** What the platform's own consent sheet calls each template. */
export const templateTitles: Record<string, string> = { [resultTemplate]: wechatTexts.result.title };

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
  'hr/workbench/index',
  'hr/review/index',
];

/** WeChat, WeCom, SMS and what reached people from them. */
export function startVendors({ clock, dir }: { clock: WorldClock; dir: string }) {
  const file = (name: string) => path.join(dir, `${name}.json`);
  const outbox: Outbox = createOutbox({ file: file('outbox') });
  const wechat = createWechat({
    base: base.wechat,
    clock,
    outbox,
    apps: [{ appid, secret: secrets.wechat }],
    pages,
    templates: [
      {
        id: resultTemplate,
        title: wechatTexts.result.title,
        fields: [
          { key: 'phrase1', name: '面试状态' },
          { key: 'thing2', name: '应聘岗位' },
          { key: 'thing3', name: '下一步' },
          { key: 'time4', name: '时间' },
        ],
      },
    ],
    file: file('wechat'),
  });
  const members = seed.staff.map(({ wecomUserId, name }) => ({ userid: wecomUserId, name }));
  const wecom = createWecom({
    base: base.wecom,
    clock,
    outbox,
    corps: [{ corpid, agentid, corpsecret: secrets.wecom, members }],
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
  const asr = createAsr({
    base: base.asr,
    clock,
    apiKey: secrets.asr,
    tencent: { secretId: 'world-asr-id', secretKey: secrets.asr },
  });
  const llm = createLlm({ base: base.llm, apiKey: secrets.llm });
  const handles: Handle[] = [wechat.handle, wecom.handle, sms.handle, asr.handle, llm.handle];
  return { outbox, wechat, wecom, sms, asr, llm, handles };
}

/** How the product reaches the simulators: the same adapters, other base addresses. */
export function vendorConfig(origin: string): Pick<Config, 'wechat' | 'wecom' | 'sms' | 'asr'> {
  const templates = Object.fromEntries(
    (Object.keys(smsTexts) as SmsTemplate[]).map((name) => [name, templateId(name)]),
  ) as Config['sms']['templates'];
  return {
    wechat: {
      baseUrl: `${origin}${base.wechat}`,
      appid,
      secret: secrets.wechat,
      templates: { result: resultTemplate },
    },
    asr: {
      kind: 'openai',
      baseUrl: `${origin}${base.asr}/v1`,
      key: secrets.asr,
      secretId: '',
      model: 'whisper-1',
      sureFrom: 0.6,
    },
    wecom: { baseUrl: `${origin}${base.wecom}`, corpid, agentid, secret: secrets.wecom },
    sms: {
      endpoint: `${origin}${base.sms}`,
      secretId: 'world-sms-id',
      secretKey: secrets.sms,
      sdkAppId: '1400000001',
      signName,
      region: 'ap-guangzhou',
      templates,
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
