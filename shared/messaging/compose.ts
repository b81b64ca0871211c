import * as copy from '../copy/zh/messages.ts';
import type { Outcome } from '../interview/state.ts';
import { limits } from '../limits.ts';
import type { CandidateKind, CreditKind, OwnerKind } from './messages.ts';
import { ownTextRoom } from './own-text.ts';

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
  /** The company's own sentence beside this message. */
  own?: string;
  /** Of a second interview or an offer: what people wrote, and what was answered. */
  hiring?: { round?: string; place?: string; material?: string; words?: string; answer?: string | null } | undefined;
  outcome: Outcome | null;
  overall: number | null;
  /** How far its requisition is; `left`: vacancies nobody fills yet. */
  opening?: { department: string; passed: number; vacancies: number; left: number };
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
    case 'cancelled':
    case 'decision':
    case 'second_interview':
    case 'meeting_reminder':
    case 'meeting_called_off':
    case 'offer':
    case 'requisition_closed':
    case 'requisition_reopened':
      return 'pages/progress/index';
  }
}

/** Of the messages, those that mail alone says; the others have a registered SMS as well. */
type ByMailOnly = 'cancelled';
type Registered = Exclude<CandidateKind, ByMailOnly>;

/** The registered text a message goes by; mail has one under the same name. */
export function wordingOf(kind: Registered, { bookingAsked, left, outcome }: Facts): Exclude<SmsTemplate, 'proof'> {
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
export function composeSms(kind: Registered, facts: Facts, code: string): SmsMessage {
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
    case 'second_interview':
    case 'meeting_reminder': {
      const { round, place, material } = meetingOf(facts);
      const about = [round, facts.time, place, ...(kind === 'second_interview' ? [material] : [])];
      return { template, params: [...who, ...about.map(withoutAddress), code, facts.help] };
    }
    case 'meeting_called_off':
    case 'offer':
      return { template, params: [...who.slice(0, 3), facts.time, code, facts.help] };
    case 'requisition_closed':
    case 'requisition_reopened':
      return { template, params: [...who, code, facts.help] };
  }
}

/** A code for the candidate's own phone, by SMS alone. */
export const composeProof = (code: string): SmsMessage => ({
  template: 'proof',
  params: [code, String(limits.proof.minutes)],
});

/** Characters of what people wrote that stand in an SMS; the page has all of it. */
const inSms = 24;
const short = (text: string): string =>
  [...text].length > inSms ? `${[...text].slice(0, inSms - 1).join('')}…` : text;
/** A parameter may hold no address. */
const plain = (text: string): string => short(text.replace(/https?:\/\/\S+/gi, '').trim()) || copy.meeting.onPage;

const meetingOf = ({ hiring = {} }: Facts) => ({
  round: hiring.round ?? copy.meeting.round.second,
  place: plain(hiring.place ?? ''),
  material: plain(hiring.material ?? ''),
});

/** Of the messages that go by WeChat; each has a template of its own. */
export function composeWechat(kind: ByWechat, facts: Facts): WechatMessage {
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
      const next = facts.left === null ? hintOf(facts, hint) : soon(facts.left);
      return {
        template: 'reminder',
        page,
        data: { thing1: facts.position, time2: facts.clock, thing3: device, thing4: facts.help, thing5: next },
      };
    }
    case 'meeting_reminder': {
      const { hint, bring } = copy.wechat.meeting;
      return {
        template: 'reminder',
        page,
        data: { thing1: facts.position, time2: facts.clock, thing3: bring, thing4: facts.help, thing5: hint },
      };
    }
    case 'second_interview':
    case 'meeting_called_off': {
      const { state, hint, called, calledHint } = copy.wechat.meeting;
      const off = kind === 'meeting_called_off';
      return {
        template: 'change',
        page,
        data: {
          thing1: facts.position,
          time2: facts.clock,
          phrase3: off ? called : state,
          thing4: off ? calledHint : hint,
        },
      };
    }
    case 'no_show': {
      const { state, hint } = copy.wechat.no_show;
      return {
        template: 'no_show',
        page,
        data: { thing1: facts.position, time2: facts.clock, phrase3: state, thing4: hintOf(facts, hint) },
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

/** Those that have a template. */
const byWechat = [
  'booked',
  'reminder',
  'no_show',
  'result',
  'second_interview',
  'meeting_reminder',
  'meeting_called_off',
] as const satisfies CandidateKind[];
type ByWechat = (typeof byWechat)[number];
export const goesByWechat = (kind: CandidateKind): kind is ByWechat => (byWechat as readonly string[]).includes(kind);

/** A field that says nothing the message must say takes the company's own words, where they fit. */
const hintOf = ({ own }: Facts, hint: string): string =>
  own !== undefined && [...own].length <= ownTextRoom.wechat ? own : hint;

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
  if (kind === 'vacancies_left') return vacanciesLeft(facts);
  if (kind === 'meeting_answered' || kind === 'offer_answered') {
    return {
      title: copy.wecom[kind].title,
      page,
      items: [...who, { key: words.status, value: answered(kind, facts) }],
    };
  }
  const { title, status } = copy.wecom[kind];
  const timed = kind === 'no_show_for_hr' || kind === 'no_show_waiting' || kind === 'reminder_failed';
  const when = timed ? [{ key: words.time, value: facts.time }] : [];
  return { title, page, items: [...who, ...when, { key: words.status, value: status }] };
}

function vacanciesLeft({ position, opening }: Facts): WecomMessage {
  const { title, progress, left, opening: of, done, people } = copy.wecom.vacancies_left;
  if (opening === undefined) throw new Error('vacancies without an opening');
  return {
    title,
    page: 'hr/organisation/index',
    items: [
      { key: of, value: `${opening.department} · ${position}` },
      { key: progress, value: done(opening.passed, opening.vacancies) },
      { key: left, value: people(opening.left) },
    ],
  };
}

function answered(kind: 'meeting_answered' | 'offer_answered', { hiring, time }: Facts): string {
  if (kind === 'meeting_answered') {
    const { confirmed, cannot } = copy.wecom.meeting_answered;
    return hiring?.answer === 'cannot' ? cannot : `${confirmed} ${time}`;
  }
  const { accepted, declined, lapsed } = copy.wecom.offer_answered;
  return hiring?.answer === 'accepted' ? accepted : hiring?.answer === 'declined' ? declined : lapsed;
}
