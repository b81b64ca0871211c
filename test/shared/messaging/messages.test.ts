import { describe, expect, test } from 'vitest';
import { fitField } from '#functions/adapters/wechat/fit-field.ts';
import { fitMessage } from '#functions/adapters/wecom/fit-message.ts';
import * as messagesEn from '#shared/copy/en/messages.ts';
import { localTime } from '#shared/copy/zh/local-time.ts';
import * as messages from '#shared/copy/zh/messages.ts';
import type { InterviewEvent } from '#shared/interview/events.ts';
import { outcomeSchema } from '#shared/interview/state.ts';
import {
  composeProof,
  composeSms,
  composeWechat,
  composeWecom,
  type Facts,
  pageOf,
} from '#shared/messaging/compose.ts';
import { composeEmail } from '#shared/messaging/compose-email.ts';
import {
  atLeast,
  candidateKinds,
  channelsFor,
  deliveryKinds,
  messagesFor,
  ownerKinds,
} from '#shared/messaging/messages.ts';
import { defaultSettings } from '#shared/settings.ts';
import { at, commands, ids, play } from '#test/shared/interview/stories.ts';
import { renderSms } from '#test/world/sms/render.ts';
import { fieldFault } from '#test/world/wechat/field-rules.ts';

const facts: Facts = {
  candidate: '林晓',
  company: '华东制造',
  position: '销售代表',
  deadline: localTime('2026-03-05T01:00:00.000Z', 'Asia/Shanghai'),
  now: localTime('2026-03-02T01:00:00.000Z', 'Asia/Shanghai'),
  time: localTime('2026-03-04T06:00:00.000Z', 'Asia/Shanghai'),
  clock: localTime('2026-03-04T06:00:00.000Z', 'Asia/Shanghai'),
  left: null,
  bookingAsked: false,
  help: '400-000-0000',
  interviewId: ids.interviewId,
  applicationId: ids.applicationId,
  outcome: 'second_interview',
  overall: 82,
  opening: { department: '销售部', passed: 1, vacancies: 2, left: 1 },
};
const long: Facts = {
  ...facts,
  candidate: '阿卜杜热合曼·买买提依明·图尔荪江·艾则孜',
  company: '华东（苏州）新能源汽车精密零部件智能制造股份有限公司',
  position: '高级新能源汽车动力电池系统集成与热管理仿真工程师（苏州/常州，可驻外）',
};
const code = 'aB3dE5fG7h';
const placesIn = (text: string) =>
  [...new Set([...text.matchAll(/\{(\d+)\}/g)].map(([, place]) => Number(place)))].sort();

describe('SMS', () => {
  const composed = [
    ['invitation', composeSms('invitation', facts, code)],
    ['invitation to pick a time', composeSms('invitation', { ...facts, bookingAsked: true }, code)],
    ['booked', composeSms('booked', facts, code)],
    ['reminder', composeSms('reminder', facts, code)],
    ['reminder an hour before', composeSms('reminder', { ...facts, left: '58分钟' }, code)],
    ['no_show', composeSms('no_show', facts, code)],
    ['result', composeSms('result', facts, code)],
    ...(
      [
        'second_interview',
        'meeting_reminder',
        'meeting_called_off',
        'offer',
        'requisition_closed',
        'requisition_reopened',
      ] as const
    ).map((kind) => [kind, composeSms(kind, { ...facts, hiring: { place: long.position, material: '' } }, code)]),
    [
      'second_interview at an address',
      composeSms('second_interview', { ...facts, hiring: { place: 'https://meeting.example.com/j/123' } }, code),
    ],
    ...outcomeSchema.options.map((outcome) => [
      `decision ${outcome}`,
      composeSms('decision', { ...facts, outcome }, code),
    ]),
  ] as [string, ReturnType<typeof composeSms>][];

  test.each(composed)('%s fills exactly the places of its template', (_, { template, params }) => {
    expect(placesIn(messages.sms[template])).toEqual(params.map((_, i) => i + 1));
  });

  test.each(composed)('%s carries no link in a parameter, and is taken by the provider', (_, { template, params }) => {
    for (const param of params) expect(param).not.toMatch(/https?:|\/\/|www\.|wxaurl/i);
    const sent = renderSms({ template: { id: '1', text: messages.sms[template] }, sign: '面聊', params });
    expect(sent).toEqual({ text: expect.stringContaining(`https://wxaurl.cn/${code}`) });
    expect(JSON.stringify(sent)).not.toMatch(/[{}]\d|undefined|null/);
  });

  test('every template is used, and its link stands in the text before the code', () => {
    const { proof: _, ...leading } = messages.sms;
    expect(new Set(composed.map(([, { template }]) => template))).toEqual(new Set(Object.keys(leading)));
    for (const text of Object.values(leading)) expect(text).toMatch(/https:\/\/wxaurl\.cn\/\{\d\}/);
  });

  test('a code says how long it counts and that it is for nobody else, and leads nowhere', () => {
    const { template, params } = composeProof('012345');
    const sent = renderSms({ template: { id: '1', text: messages.sms[template] }, sign: '面聊', params });
    expect(sent).toEqual({ text: expect.stringMatching(/验证码是012345,5分钟内有效.*勿告诉任何人/) });
    expect(messages.sms.proof).not.toMatch(/https?:|wxaurl/);
  });

  test('a name stands where the template wants a name', () => {
    const [, { template, params }] = composed[0] ?? ['', composeSms('invitation', facts, code)];
    const sent = renderSms({ template: { id: '1', text: messages.sms[template] }, sign: '面聊', params });
    expect(sent).toMatchObject({
      text: expect.stringMatching(/林晓您好.*华东制造邀请您参加「销售代表」.*2026年3月5日 09:00前.*帮助:400-000-0000$/),
    });
  });

  test('the languages fill the same places', () => {
    for (const [template, text] of Object.entries(messages.sms)) {
      expect(placesIn(messagesEn.sms[template as keyof typeof messages.sms]), template).toEqual(placesIn(text));
    }
  });

  test('no decision is told before there is one', () => {
    expect(() => composeSms('decision', { ...facts, outcome: null }, code)).toThrow('without a decision');
  });

  test('only a pass is congratulated, and a thank-you says what becomes of the résumé', () => {
    for (const outcome of outcomeSchema.options) {
      const text = messages.sms[composeSms('decision', { ...facts, outcome }, code).template];
      expect(text.includes('恭喜'), outcome).toBe(outcome !== 'pool' && outcome !== 'reject');
      expect(text.includes('存入人才库'), outcome).toBe(outcome === 'pool' || outcome === 'reject');
    }
  });
});

describe('WeChat', () => {
  const kinds = [
    'result',
    'reminder',
    'no_show',
    'booked',
    'second_interview',
    'meeting_reminder',
    'meeting_called_off',
  ] as const;
  test.each(
    kinds.flatMap((kind) => [
      [kind, 'ordinary', facts] as const,
      [kind, 'long names', long] as const,
      [kind, 'soon', { ...facts, left: '1小时30分钟' }] as const,
    ]),
  )('every field of %s fits what its kind takes: %s', (kind, _, given) => {
    const { data, page } = composeWechat(kind, given);
    for (const [field, value] of Object.entries(data)) {
      const fitted = fitField(field.replace(/\d+$/, '') as 'thing', value);
      expect(fitted, field).toBeDefined();
      expect(fieldFault(field, fitted), field).toBeUndefined();
      // Our own words are never cut; only names are.
      if (value !== given.position) expect(fitted).toBe(value);
    }
    expect(page).toBe(`${pageOf(kind, given)}?id=${ids.interviewId}`);
  });

  test('a state is a phrase: five Chinese characters at most', () => {
    for (const { state } of [messages.wechat.result, messages.wechat.no_show, messages.wechat.change])
      expect(state).toMatch(/^\p{Script=Han}{1,5}$/u);
  });
});

describe('the four elements of a reminder (65, 81): time, link, device requirements, technical help', () => {
  const left = [null, '58分钟'];
  test.each(left)('in the SMS, where there is %s left', (soon) => {
    const { template, params } = composeSms('reminder', { ...facts, left: soon }, code);
    const sent = renderSms({ template: { id: '1', text: messages.sms[template] }, sign: '面聊', params });
    const text = 'text' in sent ? sent.text : '';
    for (const element of [facts.time, `https://wxaurl.cn/${code}`, '麦克风', '技术帮助:400-000-0000'])
      expect(text).toContain(element);
    if (soon !== null) expect(text).toContain(soon);
  });

  test.each(left)('in the mail, where there is %s left, and the guide besides', (soon) => {
    const mail = composeEmail('reminder', { ...facts, left: soon }, { page: code, guide: 'gUiDe' });
    for (const body of [mail.text, mail.html])
      for (const element of [
        facts.time,
        `https://wxaurl.cn/${code}`,
        '麦克风',
        '400-000-0000',
        'https://wxaurl.cn/gUiDe',
      ])
        expect(body).toContain(element);
  });

  test.each(left)('in the WeChat message, where there is %s left; the link is its page', (soon) => {
    const { data, page } = composeWechat('reminder', { ...facts, left: soon });
    expect(data).toMatchObject({ time2: facts.clock, thing3: messages.wechat.reminder.device, thing4: facts.help });
    expect(data.thing5).toContain(soon ?? '确认');
    expect(page).toContain(ids.interviewId);
  });

  test('a name in a mail is text, whatever it is', () => {
    const { html } = composeEmail(
      'reminder',
      { ...facts, candidate: '<b>"林"</b>&' },
      { page: code, guide: undefined },
    );
    expect(html).not.toContain('<b>');
    expect(html).toContain('&#60;b&#62;&#34;林&#34;&#60;/b&#62;&#38;');
  });

  test('an hour before, it leads to the pre-check (90)', () => {
    expect(pageOf('reminder', { bookingAsked: true, left: '58分钟' })).toBe('pages/precheck/index');
    expect(pageOf('reminder', { bookingAsked: true, left: null })).toBe('pages/booking/index');
  });
});

describe('WeCom', () => {
  test.each(ownerKinds)('%s fits uncut, but for long names', (kind) => {
    const { title, items, page } = composeWecom(kind, facts);
    const notice = fitMessage({ kind: 'miniprogram_notice', appid: 'wx0', page, title, items });
    expect(notice).toMatchObject({ miniprogram_notice: { title, content_item: items, page } });
    expect([...title].length).toBeGreaterThanOrEqual(4);
    const said = items.map(({ value }) => value);
    if (kind === 'vacancies_left') {
      // It is about the opening, and about nobody in it.
      expect(page).toBe('hr/organisation/index');
      expect(said).toEqual(['销售部 · 销售代表', '已完成1/2面试', '还缺 1 人，请继续安排面试']);
    } else {
      expect(page).toContain(ids.applicationId);
      expect(said).toEqual(expect.arrayContaining([facts.candidate, facts.position]));
    }
    for (const { key, value } of items) expect(`${key}${value}`).not.toMatch(/undefined|null/);
  });

  test('a score says that it is not calibrated; too little evidence is no score', () => {
    const overall = (given: Facts) => composeWecom('report_for_hr', given).items.map(({ value }) => value);
    expect(overall(facts)).toContain('82(未校准)');
    expect(overall({ ...facts, overall: 0 })).toContain('0(未校准)');
    expect(overall({ ...facts, overall: null })).toContain('证据不足');
  });

  test('without a report there is no score in it', () => {
    for (const kind of ['report_missing', 'human_route'] as const) {
      expect(JSON.stringify(composeWecom(kind, facts).items)).not.toContain('82');
    }
  });
});

describe('who is told what', () => {
  test.each(candidateKinds)('%s goes by channels that reach the candidate, in the company’s order', (kind) => {
    const channels = channelsFor(kind, defaultSettings.channels);
    expect(new Set(channels).size).toBe(channels.length);
    expect(channels.length).toBeGreaterThanOrEqual(atLeast(kind));
    // Nobody has subscribed to anything before the first invitation; a decision has no template; what goes by mail only
    // is about the calendar.
    const withoutWechat: string[] = [
      'invitation',
      'decision',
      'cancelled',
      'offer',
      'requisition_closed',
      'requisition_reopened',
    ];
    expect(channels.includes('wechat')).toBe(!withoutWechat.includes(kind));
    // A company that sends no SMS sends none.
    expect(channelsFor(kind, ['email'])).toEqual(['email']);
  });

  test('a reminder goes by two channels at least (65)', () => {
    expect(deliveryKinds.filter((kind) => atLeast(kind) > 1)).toEqual(['reminder', 'meeting_reminder']);
  });

  const story = play(
    [10, commands.start()],
    [15, commands.resume()],
    [20, commands.end(at(20), 'q1')],
    [30, commands.restart()],
    [40, commands.end(at(39), 'q1', 'q2')],
    [45, commands.failReport(2)],
    [46, commands.attachReport(2, 1)],
    [50, commands.decide()],
    [51, commands.undo()],
  ).history;
  const told = (type: InterviewEvent['type'], history = story) =>
    history.filter(({ event }) => event.type === type).flatMap(messagesFor);

  test.each([
    ['invited', ['invitation']],
    ['started', []],
    ['resumed', []],
    ['ended', []],
    ['restarted', []],
    ['report_failed', ['report_missing']],
    ['report_ready', ['result', 'report_for_hr']],
    // Told by a due item when the time to undo is over.
    ['decided', []],
    ['decision_undone', []],
  ] as const)('%s sets off %j', (type, kinds) => {
    expect(story.some(({ event }) => event.type === type)).toBe(true);
    expect(told(type)).toEqual(kinds);
  });

  test('who asks for a person is passed on to one; who withdraws needs nobody', () => {
    // Whether there is an appointment to take out of a calendar is seen when the mail is written.
    expect(told('declined', play([5, commands.decline('human_route')]).history)).toEqual(['cancelled', 'human_route']);
    expect(told('declined', play([5, commands.decline('withdrawn')]).history)).toEqual(['cancelled']);
  });
});
