import * as copy from '../copy/zh/messages.ts';
import type { Outcome } from '../interview/state.ts';
import type { DeliveryKind } from './messages.ts';

export type SmsTemplate = keyof typeof copy.sms;
export type SmsMessage = { template: SmsTemplate; params: string[] };
/** `data` by field: the adapter cuts each value to what its kind of field takes. */
export type WechatMessage = { template: 'result'; page: string; data: Record<string, string> };
export type WecomMessage = {
  title: string;
  page: string;
  items: { key: string; value: string }[];
};

/** What every message is written from. Times come as text in the company's zone. */
export type Facts = {
  candidate: string;
  company: string;
  position: string;
  deadline: string;
  now: string;
  help: string;
  interviewId: string;
  applicationId: string;
  outcome: Outcome | null;
  overall: number | null;
};

/** The page of the mini-program a message leads to. */
export const pageOf = {
  invitation: 'pages/invitation/index',
  result: 'pages/report/index',
  decision: 'pages/progress/index',
} as const;

/** The provider refuses an SMS whose parameter looks like an address; 「58.com」 is also a company's name. */
const withoutAddress = (text: string): string => text.replace(/\.(?=[a-z0-9])/gi, '·');

/** `code`: the short code behind which the page opens. */
export function composeSms(kind: 'invitation' | 'result' | 'decision', facts: Facts, code: string): SmsMessage {
  const who = [facts.candidate, facts.company, facts.position].map(withoutAddress);
  switch (kind) {
    case 'invitation':
      return { template: 'invitation', params: [...who, facts.deadline, code, facts.help] };
    case 'result':
      return { template: 'result', params: [...who, copy.nextStep.result, code] };
    case 'decision':
      if (facts.outcome === null) throw new Error('a decision message without a decision');
      return { template: copy.smsOfOutcome[facts.outcome], params: [...who, code] };
  }
}

export function composeWechat(facts: Facts): WechatMessage {
  return {
    template: 'result',
    page: `${pageOf.result}?id=${facts.interviewId}`,
    data: {
      phrase1: copy.wechat.result.state,
      thing2: facts.position,
      thing3: copy.nextStep.result,
      time4: facts.now,
    },
  };
}

export function composeWecom(
  kind: Extract<DeliveryKind, 'report_for_hr' | 'report_missing' | 'human_route'>,
  facts: Facts,
): WecomMessage {
  const words = copy.wecom.report_for_hr;
  const who = [
    { key: words.candidate, value: facts.candidate },
    { key: words.position, value: facts.position },
  ];
  const page = `hr/review/index?id=${facts.applicationId}`;
  if (kind !== 'report_for_hr') {
    const { title, status } = copy.wecom[kind];
    return { title, page, items: [...who, { key: words.status, value: status }] };
  }
  const overall = facts.overall === null ? words.insufficient : words.uncalibrated(facts.overall);
  return {
    title: words.title,
    page,
    items: [...who, { key: words.overall, value: overall }, { key: words.status, value: words.submitted }],
  };
}
