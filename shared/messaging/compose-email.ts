import * as copy from '../copy/zh/messages.ts';
import { type Facts, wordingOf } from './compose.ts';
import type { CalendarEntry, EmailMessage } from './email.ts';
import type { CandidateKind } from './messages.ts';

/** Where a short code leads. */
export const linkOf = (code: string): string => `https://wxaurl.cn/${code}`;

/** What a message says, as mail and 消息中心 show it. */
export function leadOf(kind: CandidateKind, facts: Facts): string {
  const words = wordsOf(kind, facts);
  const time = kind === 'invitation' ? facts.deadline : facts.time;
  return words.lead(time, facts.left ?? '') + (facts.own ?? '');
}

/** A mail with the four elements: time, link, device requirements, how to get help; and the guide beside them. */
export function composeEmail(
  kind: CandidateKind,
  facts: Facts,
  codes: { page: string; guide: string | undefined },
  calendar?: EmailMessage['calendar'],
): EmailMessage {
  const words = wordsOf(kind, facts);
  const { email } = copy;
  const about = noMoreOf.includes(kind) ? [] : elements(kind, facts);
  const guide = codes.guide === undefined ? [] : [{ key: email.guide, value: linkOf(codes.guide) }];
  const entry = calendar === undefined ? [] : [{ key: email.calendar, value: calendarText(calendar) }];
  const lines = [...about, ...entry, ...guide];
  const lead = leadOf(kind, facts);
  const link = linkOf(codes.page);
  return {
    subject: words.subject(facts.company, facts.position),
    text: [
      email.hello(facts.candidate),
      lead,
      `${words.action}:${link}`,
      ...lines.map(({ key, value }) => `${key}:${value}`),
      email.footer(facts.company),
    ].join('\n\n'),
    html: html({ hello: email.hello(facts.candidate), lead, action: words.action, link, lines, footer: facts.company }),
    ...(calendar && { calendar }),
  };
}

const wordsOf = (kind: CandidateKind, facts: Facts) => copy.email[kind === 'cancelled' ? kind : wordingOf(kind, facts)];

/** There is no interview ahead that one would have to prepare for. */
const noMoreOf: readonly CandidateKind[] = [
  'cancelled',
  'result',
  'decision',
  'meeting_called_off',
  'requisition_closed',
  'requisition_reopened',
];

const calendarText = ({ cancelled }: CalendarEntry): string =>
  cancelled ? copy.email.calendarCancelled : copy.email.calendarText;

/** What the candidate has to know of a meeting, or of an offer. */
function hiringElements(
  kind: CandidateKind,
  { hiring = {}, time, help }: Facts,
): { key: string; value: string }[] | undefined {
  if (kind !== 'second_interview' && kind !== 'meeting_reminder' && kind !== 'offer') return undefined;
  const { place = '', material = '', words = '' } = hiring;
  const all = [
    { key: copy.email.time, value: time },
    { key: copy.meeting.place, value: place },
    { key: copy.meeting.material, value: material },
    { key: copy.meeting.offer, value: words },
    { key: copy.email.help, value: help },
  ];
  return all.filter(({ value }) => value !== '');
}

const elements = (kind: CandidateKind, facts: Facts) =>
  hiringElements(kind, facts) ?? [
    { key: copy.email.time, value: kind === 'invitation' ? facts.deadline : facts.time },
    { key: copy.email.device, value: copy.email.deviceText },
    { key: copy.email.help, value: facts.help },
  ];

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

type Page = {
  hello: string;
  lead: string;
  action: string;
  link: string;
  lines: { key: string; value: string }[];
  footer: string;
};

/** Plain tables and inline styles: what mail programs understand. */
const html = ({ hello, lead, action, link, lines, footer }: Page): string =>
  `<!doctype html><html lang="zh-CN"><body style="margin:0;background:#f5f6f7"><div style="max-width:560px;margin:0 auto;padding:24px;background:#fff;color:#1f2329;font:16px/1.6 sans-serif">
<p>${escaped(hello)}</p><p>${escaped(lead)}</p>
<p style="margin:24px 0"><a href="${escaped(link)}" style="display:inline-block;padding:12px 24px;border-radius:8px;background:#1f6feb;color:#fff;text-decoration:none">${escaped(action)}</a></p>
<table style="border-collapse:collapse;font-size:14px">${lines
    .map(
      ({ key, value }) =>
        `<tr><td style="padding:4px 16px 4px 0;color:#646a73;white-space:nowrap">${escaped(key)}</td><td style="padding:4px 0">${escaped(value)}</td></tr>`,
    )
    .join('')}</table>
<p style="margin-top:24px;color:#646a73;font-size:13px">${escaped(copy.email.footer(footer))}</p></div></body></html>`;
