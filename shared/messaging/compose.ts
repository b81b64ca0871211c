import * as copy from '../copy/zh/messages.ts';
import type { Outcome } from '../interview/state.ts';
import type { CandidateKind, CreditKind, OwnerKind } from './messages.ts';

export type SmsTemplate = keyof typeof copy.sms;
export type SmsMessage = { template: SmsTemplate; params: string[] };
/** `data` by field: the adapter cuts each value to what its kind of field takes. */
export type WechatMessage = { template: CreditKind; page: string; data: Record<string, string> };
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
  /** The time the message is about, as a message says it: 「2026年11月25日 14:00」, 「…前任意时间」. */
  time: string;
  /** The same as a clock reads it, for fields that take nothing else. */
  clock: string;
  /** How long until then, in words, where that is short: then the message counts down and leads to the pre-check. */
  left: string | null;
  /** Whether a time has to be picked first. */
  bookingAsked: boolean;
  now: string;
  help: string;
  interviewId: string;
  applicationId: string;
  outcome: Outcome | null;
  overall: number | null;
};

/** The page of the mini-program a message leads to. */
export function pageOf(kind: CandidateKind, { bookingAsked, left }: Pick<Facts, 'bookingAsked' | 'left'>): string {
  switch (kind) {
    case 'invitation':
      return bookingAsked ? 'pages/booking/index' : 'pages/invitation/index';
    case 'reminder':
      return left === null ? 'pages/booking/index' : 'pages/precheck/index';
    case 'booked':
    case 'no_show':
      return 'pages/booking/index';
    case 'result':
      return 'pages/report/index';
    case 'decision':
      return 'pages/progress/index';
  }
}

/** The registered text a message goes by; mail has one under the same name. */
export function wordingOf(kind: CandidateKind, { bookingAsked, left, outcome }: Facts): SmsTemplate {
  switch (kind) {
    case 'invitation':
      return bookingAsked ? 'invitation_booking' : 'invitation';
    case 'reminder':
      return left === null ? 'reminder' : 'reminder_soon';
    case 'decision':
      if (outcome === null) throw new Error('a decision message without a decision');
      return copy.smsOfOutcome[outcome];
    default:
      return kind;
  }
}

/** The provider refuses an SMS whose parameter looks like an address; 「58.com」 is also a company's name. */
const withoutAddress = (text: string): string => text.replace(/\.(?=[a-z0-9])/gi, '·');

/** `code`: the short code behind which the page opens. */
export function composeSms(kind: CandidateKind, facts: Facts, code: string): SmsMessage {
  const who = [facts.candidate, facts.company, facts.position].map(withoutAddress);
  const template = wordingOf(kind, facts);
  switch (kind) {
    case 'invitation':
      return { template, params: [...who, facts.deadline, code, facts.help] };
    case 'reminder':
      return { template, params: [...who, facts.time, ...(facts.left === null ? [] : [facts.left]), code, facts.help] };
    case 'booked':
    case 'no_show':
      return { template, params: [...who, facts.time, code, facts.help] };
    case 'result':
      return { template, params: [...who, copy.nextStep.result, code] };
    case 'decision':
      return { template, params: [...who, code] };
  }
}

/** Of the messages that go by WeChat; each has a template of its own. */
export function composeWechat(kind: 'booked' | 'reminder' | 'no_show' | 'result', facts: Facts): WechatMessage {
  const page = `${pageOf(kind, facts)}?id=${facts.interviewId}`;
  switch (kind) {
    case 'result':
      return {
        template: 'result',
        page,
        data: {
          phrase1: copy.wechat.result.state,
          thing2: facts.position,
          thing3: copy.nextStep.result,
          time4: facts.now,
        },
      };
    case 'reminder': {
      const { device, soon, hint } = copy.wechat.reminder;
      const next = facts.left === null ? hint : soon(facts.left);
      return {
        template: 'reminder',
        page,
        data: { thing1: facts.position, time2: facts.clock, thing3: device, thing4: facts.help, thing5: next },
      };
    }
    case 'no_show': {
      const { state, hint } = copy.wechat.no_show;
      return {
        template: 'no_show',
        page,
        data: { thing1: facts.position, time2: facts.clock, phrase3: state, thing4: hint },
      };
    }
    case 'booked': {
      const { state, hint } = copy.wechat.change;
      return {
        template: 'change',
        page,
        data: { thing1: facts.position, time2: facts.clock, phrase3: state, thing4: hint },
      };
    }
  }
}

export function composeWecom(kind: OwnerKind, facts: Facts): WecomMessage {
  const words = copy.wecom.report_for_hr;
  const who = [
    { key: words.candidate, value: facts.candidate },
    { key: words.position, value: facts.position },
  ];
  const page = `hr/review/index?id=${facts.applicationId}`;
  if (kind === 'report_for_hr') {
    const overall = facts.overall === null ? words.insufficient : words.uncalibrated(facts.overall);
    return {
      title: words.title,
      page,
      items: [...who, { key: words.overall, value: overall }, { key: words.status, value: words.submitted }],
    };
  }
  const { title, status } = copy.wecom[kind];
  const timed = kind === 'no_show_for_hr' || kind === 'no_show_waiting' || kind === 'reminder_failed';
  const when = timed ? [{ key: words.time, value: facts.time }] : [];
  return { title, page, items: [...who, ...when, { key: words.status, value: status }] };
}
