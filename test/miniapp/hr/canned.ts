import type { Page, Route } from 'playwright-core';
import type { Input, Output } from '#shared/contract/operations.ts';
import type { InterviewStatus } from '#shared/interview/state.ts';
import { freePlaces } from '../../../miniapp/src/hr/slots/week.ts';
import { correction, sampleDossier, sampleReview, sampleTicket, unfinishedAnswers } from './sample.ts';
import { offeredSlots, sampleBooked, sampleCalendar, sampleMissed } from './sample-times.ts';

type Workbench = Output<'workbench.list'>;
type Row = Workbench['rows'][number];
type Matches = Output<'requisition.matches'>;
type Dossier = Output<'application.dossier'>;
type Review = Output<'report.review'>;
type Paraphrase = Output<'position.paraphrases'>['paraphrases'][number];

/** What the canned server is asked to do, in order: `POST /v1/hr/… {…}` bodies by path. */
export type Asked = { path: string; body: Record<string, unknown> };

const cannedNow = Date.parse('2026-03-10T06:10:00.000Z');
const ago = (minutes: number) => new Date(cannedNow - minutes * 60_000).toISOString();

const row = (number: number, candidate: string, status: InterviewStatus, change: Partial<Row> = {}): Row => ({
  interviewId: `itv_000${number}`,
  applicationId: `app_000${number}`,
  candidate,
  position: '销售代表',
  department: '销售部',
  status,
  report: 'none',
  overall: null,
  since: ago(5),
  tickets: [],
  appointment: null,
  noShow: null,
  alarms: [],
  healed: [],
  ...change,
});

const criterion = (name: string, quote: string | null) => ({ name, met: quote !== null, quote });
const matches = (): Matches => ({
  threshold: 0.6,
  deadlineHours: 72,
  all: 3,
  cursor: null,
  candidates: [
    {
      candidateId: 'cand_zhang01',
      name: '张晓雯',
      headline: '4 年 SaaS 销售 · 华东区',
      match: sampleDossier().match,
      applicationId: 'app_0001',
    },
    {
      candidateId: 'cand_lin0001',
      name: '林小彤',
      headline: '3 年工业品销售 · 苏州',
      match: {
        share: 0.8,
        matched: true,
        criteria: [
          criterion('三年以上销售经验', '2022 年起任某阀门公司销售工程师'),
          criterion('有业绩数据', '2024 年个人回款 860 万,完成率 112%'),
          criterion('客户维护', '维护 35 家老客户,转介绍占新增 40%'),
          criterion('制造业背景', '服务泵阀、压缩机行业'),
          criterion('团队协作', null),
        ],
      },
      applicationId: null,
    },
    {
      candidateId: 'cand_zhou001',
      name: '周静怡',
      headline: '应届 · 新闻学',
      match: {
        share: 0.2,
        matched: false,
        criteria: [
          criterion('三年以上销售经验', null),
          criterion('有业绩数据', null),
          criterion('客户维护', null),
          criterion('制造业背景', null),
          criterion('团队协作', '学生会外联部部长'),
        ],
      },
      applicationId: null,
    },
  ],
});

export type World = {
  asked: Asked[];
  rows: Row[];
  calendar: Output<'slot.list'>;
  matches: Matches;
  dossiers: Record<string, Dossier>;
  /** What stands in for a report of an interview, by interview id; asked for with the version wanted. */
  reviews: Record<string, (version: number | undefined) => Review>;
  paraphrases: Paraphrase[];
  /** The next n requests are cut before they reach the server. */
  cut: number;
  /** Everything answers this code. */
  refuse: string | undefined;
};

/** Answers HR's operations in the contract's shape, with just enough memory for a page to see what it did. */
export async function serveCanned(page: Page): Promise<World> {
  const world: World = {
    asked: [],
    cut: 0,
    refuse: undefined,
    matches: matches(),
    reviews: {},
    paraphrases: [],
    calendar: sampleCalendar(),
    rows: [
      row(1, '张晓雯', 'submitted', { report: 'ready', overall: 84, since: ago(60 * 27) }),
      row(2, '欧阳明轩', 'submitted', { report: 'generating', since: ago(0) }),
      row(3, '陈思远', 'in_progress', { since: ago(12), tickets: ['help'] }),
      row(4, '阿依古丽', 'incomplete', { since: ago(60 * 5) }),
      row(5, '赵志强', 'evaluated', { report: 'ready', overall: 91, since: ago(60 * 50) }),
      row(6, '何俊杰', 'no_show', { since: ago(60 * 20), noShow: { reason: 'forgot', excuse: 'not_reminded' } }),
      row(7, '古丽米娜', 'scheduled', {
        since: ago(60 * 30),
        appointment: { at: '2026-03-11T01:30:00.000Z', slot: true, confirmed: true },
      }),
    ],
    dossiers: {
      app_0001: sampleDossier(),
      app_0002: sampleDossier({
        applicationId: 'app_0002',
        interviewId: 'itv_0002',
        candidate: { ...sampleDossier().candidate, name: '欧阳明轩' },
        report: 'generating',
        overall: null,
      }),
      app_0003: sampleDossier({
        applicationId: 'app_0003',
        interviewId: 'itv_0003',
        candidate: { ...sampleDossier().candidate, name: '陈思远' },
        stage: 'interviewing',
        status: 'in_progress',
        report: 'none',
        overall: null,
        tickets: [sampleTicket()],
        timeline: sampleDossier().timeline.slice(0, 2),
      }),
      app_0006: sampleMissed(),
      app_0007: sampleBooked(),
      app_0004: sampleDossier({
        applicationId: 'app_0004',
        interviewId: 'itv_0004',
        candidate: { ...sampleDossier().candidate, name: '阿依古丽' },
        stage: 'interviewing',
        status: 'incomplete',
        report: 'none',
        overall: null,
        timeline: sampleDossier().timeline.filter(({ type }) => type !== 'report_ready'),
      }),
    },
  };
  await page.addInitScript(
    "localStorage.setItem('session.recruiter', JSON.stringify({data:{token:'t',expiresAt:'2099-01-01T00:00:00Z'}}))",
  );
  await page.route('**/v1/hr/**', (route) => answer(route, world));
  await page.route('https://media.example/**', (route) => sound(route));
  return world;
}

async function answer(route: Route, world: World) {
  const request = route.request();
  const url = new URL(request.url());
  const path = url.pathname.slice(url.pathname.indexOf('/v1/hr'));
  if (request.method() !== 'GET') world.asked.push({ path, body: request.postDataJSON() ?? {} });
  if (world.cut > 0) {
    world.cut -= 1;
    return route.abort('connectionreset');
  }
  const body = world.refuse === undefined ? reply(path, url.searchParams, world, request.method()) : undefined;
  const failed = {
    error: { code: world.refuse ?? (path.includes('/slots/') ? 'slot_full' : 'not_found'), message: '' },
  };
  await route.fulfill({
    status: body === undefined ? 404 : 200,
    headers: { 'x-server-time': new Date(cannedNow).toISOString() },
    json: body ?? failed,
  });
}

function reply(path: string, query: URLSearchParams, world: World, method: string): unknown {
  const at = (pattern: RegExp) => pattern.exec(path)?.[1];
  if (path === '/v1/hr/tickets') return { rows: waiting(world), responseMinutes: 30, cursor: null };
  if (path.includes('/slots')) return slots(path, world, method);
  if (path.includes('/positions/')) return position(path, world, method);
  if (path === '/v1/hr/workbench') return workbench(world, query);
  if (path.endsWith('/workbench/changes')) {
    return { version: versionOf(world), changed: query.get('since') !== String(versionOf(world)) };
  }
  if (path.endsWith('/workbench/judgements')) return { count: 1, atLeast: false };
  if (path.endsWith('/workbench/filters')) return { filters: [] };
  if (path === '/v1/hr/requisitions') return { requisitions: [requisition(world)] };
  if (at(/requisitions\/(\w+)\/candidates/)) return world.matches;
  if (at(/requisitions\/(\w+)\/invitations/)) return invite(world);
  const dossier = world.dossiers[at(/applications\/(\w+)/) ?? ''] ?? dossierOf(world, at(/interviews\/(\w+)/));
  if (dossier === undefined) return undefined;
  const receipt = { interviewId: dossier.interviewId, version: 6, attempt: 1, epoch: 1 };
  if (path.endsWith('/report')) {
    const version = query.get('version');
    return (world.reviews[dossier.interviewId] ?? (() => review(dossier)))(version ? Number(version) : undefined);
  }
  const asked = world.asked.at(-1)?.body ?? {};
  if (path.includes('/ratings/')) return { level: asked.level, pairs: 13 };
  if (path.endsWith('/judgement')) {
    const { report, overall, dimensions, note } = asked as NonNullable<Review['judgement']>;
    const judgement = { report, overall, dimensions, note, by: '林晓', at: new Date(cannedNow).toISOString() };
    world.reviews[dossier.interviewId] = () => ({ ...sampleReview(), judgement });
    dossier.timeline.push({ at: judgement.at, type: 'judged', by: 'usr_lin0', outcome: null });
    return { ...receipt, status: dossier.status };
  }
  if (path.endsWith('/evaluations')) {
    dossier.report = 'generating';
    // As the server does: no newest one while it is being made, the earlier ones by their number.
    world.reviews[dossier.interviewId] = (version) => ({
      ...sampleReview(),
      report: version === 1 ? sampleReview().report : null,
      progress: { done: 2, total: 5 },
    });
    return { ...receipt, status: dossier.status };
  }
  if (path.includes('/tickets')) return tickets(path, dossier, asked, receipt);
  if (path.endsWith('/reopen') || path.endsWith('/extension') || path.endsWith('/accommodation')) {
    if (path.endsWith('/reopen')) Object.assign(dossier, { status: 'in_progress', stage: 'interviewing' });
    if (path.endsWith('/accommodation')) dossier.extraTime = Number(asked.extraTime);
    if (path.endsWith('/extension')) dossier.closesAt = '2026-03-13T02:00:00.000Z';
    return { ...receipt, status: dossier.status, closesAt: dossier.closesAt };
  }
  if (path.endsWith('/decision')) {
    const undoUntil = new Date(cannedNow + 600_000).toISOString();
    const outcome = world.asked.at(-1)?.body.outcome as Dossier['outcome'];
    Object.assign(dossier, { status: 'evaluated', stage: 'second_interview', outcome, undoUntil });
    dossier.timeline.push({ at: new Date(cannedNow).toISOString(), type: 'decided', by: 'usr_lin0', outcome });
    return { ...receipt, status: 'evaluated', undoUntil };
  }
  if (path.endsWith('/undo')) {
    Object.assign(dossier, { status: 'submitted', stage: 'awaiting_review', outcome: null, undoUntil: null });
    return { ...receipt, status: 'submitted' };
  }
  if (path.endsWith('/resync')) {
    dossier.copies = dossier.copies.map((copy) => ({ ...copy, version: 5, status: 'submitted' }));
    return { version: 5, healed: ['workbench'] };
  }
  return dossier;
}

const review = ({ status, report }: Dossier): Review =>
  report === 'ready'
    ? sampleReview()
    : {
        ...sampleReview(),
        report: null,
        versions: [],
        behaviour: null,
        questionnaire: null,
        progress: report === 'generating' ? { done: 1, total: 5 } : null,
        answers: status === 'incomplete' ? unfinishedAnswers() : sampleReview().answers,
      };

const waiting = ({ dossiers, rows }: World): Output<'ticket.list'>['rows'] =>
  Object.values(dossiers).flatMap((dossier) => {
    const open = dossier.tickets.filter(({ closedAt }) => closedAt === null);
    const since = open.map(({ openedAt }) => openedAt).sort()[0];
    const { interviewId, applicationId, position, status } = dossier;
    const row = { interviewId, applicationId, candidate: dossier.candidate.name, position, status };
    const tickets = open.map(({ kind }) => kind);
    const { alarms = [] } = rows.find((one) => one.interviewId === interviewId) ?? {};
    const lookout = { appointment: null, noShow: null, alarms };
    return since === undefined && alarms.length === 0 ? [] : [{ ...row, tickets, since: since ?? ago(30), ...lookout }];
  });

function tickets(path: string, dossier: Dossier, asked: Record<string, unknown>, receipt: object): unknown {
  const proposed = dossier.tickets.filter(({ kind }) => kind === 'transcript');
  if (path.endsWith('/tickets')) {
    return { tickets: dossier.tickets, corrections: proposed.map(({ ticketId }) => correction(ticketId)) };
  }
  const ticket = dossier.tickets.find(({ ticketId }) => path.includes(ticketId));
  const at = new Date(cannedNow).toISOString();
  const said = { by: 'staff' as const, name: '林晓', text: String(asked.text ?? ''), at };
  if (asked.text !== undefined) ticket?.messages.push(said);
  if (path.endsWith('/messages')) return said;
  Object.assign(ticket ?? {}, { closedAt: at, resolution: asked.resolution, fault: asked.fault });
  return { ...receipt, status: dossier.status };
}

function slots(path: string, world: World, method: string): unknown {
  const { calendar } = world;
  const asked = world.asked.at(-1)?.body ?? {};
  if (method === 'GET') return calendar;
  if (method === 'POST') {
    const offered = offeredSlots(asked as Input<'slot.offer'>);
    const ahead = offered.filter(({ startsAt }) => Date.parse(startsAt) > cannedNow);
    const fresh = ahead.filter((one) => !calendar.slots.some(({ slotId }) => slotId === one.slotId));
    calendar.slots = [...calendar.slots, ...fresh].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
    return { offered: ahead.length };
  }
  const slot = calendar.slots.find(({ slotId }) => path.endsWith(slotId));
  const tooFew = slot === undefined || slot.holders.length > Number(asked.capacity);
  return tooFew ? undefined : Object.assign(slot, { capacity: asked.capacity, open: asked.open });
}

function position(path: string, world: World, method: string): unknown {
  const asked = world.asked.at(-1)?.body ?? {};
  const at = new Date(cannedNow).toISOString();
  if (path.endsWith('/calibration')) {
    return {
      pairs: 12,
      needed: 50,
      calibrated: false,
      withScorer: { kappa: 0.62, low: 0.41, high: 0.78 },
      betweenPeople: null,
    };
  }
  const withdrawn = world.paraphrases.find(({ paraphraseId }) => path.includes(paraphraseId));
  if (withdrawn) return Object.assign(withdrawn, { withdrawnAt: at });
  if (method === 'POST') {
    const { questionId, keyPoint, phrase } = asked as Pick<Paraphrase, 'questionId' | 'keyPoint' | 'phrase'>;
    world.paraphrases.push({
      paraphraseId: `par_000${world.paraphrases.length + 1}`,
      questionId,
      keyPoint,
      phrase,
      by: '林晓',
      at,
      withdrawnAt: null,
    });
    return world.paraphrases.at(-1);
  }
  return { version: 1, paraphrases: world.paraphrases };
}

const dossierOf = (world: World, interviewId: string | undefined) =>
  Object.values(world.dossiers).find((dossier) => dossier.interviewId === interviewId);

function invite(world: World) {
  const candidate = world.matches.candidates.find((one) => one.candidateId === world.asked.at(-1)?.body.candidateId);
  if (candidate) candidate.applicationId = 'app_0009';
  world.rows.unshift(row(9, candidate?.name ?? '', 'invited', { since: ago(0) }));
  return { interviewId: 'itv_0009', applicationId: 'app_0009', status: 'invited', version: 1, attempt: 0, epoch: 0 };
}

const counts = (rows: Row[]) => {
  const count = (status: InterviewStatus) => rows.filter((one) => one.status === status).length;
  return {
    invited: count('invited'),
    scheduled: count('scheduled'),
    in_progress: count('in_progress'),
    no_show: count('no_show'),
    submitted: count('submitted'),
    incomplete: count('incomplete'),
    evaluated: count('evaluated'),
    cancelled: 0,
  };
};

/** Another number for other rows. */
const versionOf = ({ rows, dossiers }: World): number =>
  [...JSON.stringify([rows, dossiers])].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) >>> 0, 7);

function workbench(world: World, query: URLSearchParams): Workbench {
  const { rows } = world;
  const queue = query.get('queue');
  const status = queue === 'awaiting' ? 'submitted' : queue === 'no_show' ? queue : query.get('status');
  const all = counts(rows);
  return {
    version: versionOf(world),
    counts: all,
    queues: { awaiting: all.submitted, no_show: all.no_show, trouble: 0, today: all.scheduled },
    rows: rows.filter((one) => status === null || one.status === status),
    cursor: null,
  };
}

const requisition = ({ rows, calendar }: World) => ({
  requisitionId: 'req_salesrep01',
  positionId: 'pos_sales',
  department: '销售部',
  position: '销售代表',
  headcount: 10,
  inPost: 8,
  vacancies: 2,
  passed: 1,
  filled: 0,
  closedAt: null,
  archived: false,
  wishes: 0,
  places: calendar.booking ? freePlaces(calendar.slots) : null,
  counts: counts(rows),
});

/** In the pieces that are asked for, as S3 gives it: a browser seeks only in what it can have in pieces. */
function sound(route: Route) {
  const whole = silence(24);
  const [, from = '0', to] = /bytes=(\d+)-(\d*)/.exec(route.request().headers().range ?? '') ?? [];
  const end = to ? Number(to) + 1 : whole.length;
  return route.fulfill({
    status: 206,
    contentType: 'audio/wav',
    headers: { 'accept-ranges': 'bytes', 'content-range': `bytes ${from}-${end - 1}/${whole.length}` },
    body: whole.subarray(Number(from), end),
  });
}

/** A recording in which nobody speaks: 8 kHz, one channel, 8 bits. */
function silence(seconds: number): Buffer {
  const rate = 8000;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + seconds * rate, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(seconds * rate, 40);
  return Buffer.concat([head, Buffer.alloc(seconds * rate, 128)]);
}
