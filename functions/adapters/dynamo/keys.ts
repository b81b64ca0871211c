import { createHash } from 'node:crypto';

/**
 * Every key of the one table. The company heads every partition key and is never the whole of one, so that a read of
 * another company's data cannot be written down. Exceptions, each with its reason:
 * - `identity#…`: who a person is becomes known before the company does;
 * - `token#…`: a provider's access token belongs to an app, not to a company;
 * - `budget#…`: what a provider lets an app send to one of its members;
 * - `callback#…`, `receipt#…`: a provider's word names its own ids, the company is found by them;
 * - `link#…`: a stranger comes with the link alone, the company is found by it;
 * - `rate#…`: a stranger's network address, or a link, is counted before anybody knows whose it is;
 * - `certificate#…`: who was deleted comes with the code alone; the key holds its hash;
 * - the index `due`: the sweep serves all companies (its rows live under their interview, a board's under its company).
 */
export type Key = { pk: string; sk: string };

const of = (company: string, ...parts: string[]): string => ['c', company, ...parts].join('#');
const pad = (n: number): string => String(n).padStart(7, '0');

export const keys = {
  state: (company: string, itv: string): Key => ({ pk: of(company, 'itv', itv), sk: 'STATE' }),
  plan: (company: string, itv: string): Key => ({ pk: of(company, 'itv', itv), sk: 'PLAN' }),
  event: (company: string, itv: string, version: number): Key => ({
    pk: of(company, 'itv', itv),
    sk: `EVENT#${pad(version)}`,
  }),
  draft: (company: string, itv: string, attempt: number, questionId: string): Key => ({
    pk: of(company, 'itv', itv),
    sk: `DRAFT#${attempt}#${questionId}`,
  }),
  beside: (company: string, itv: string, attempt: number, questionId: string, epoch: number): Key => ({
    pk: of(company, 'itv', itv),
    sk: `BESIDE#${attempt}#${questionId}#${epoch}`,
  }),
  note: (company: string, itv: string, name: string): Key => ({ pk: of(company, 'itv', itv), sk: `NOTE#${name}` }),
  clip: (company: string, itv: string, clipId: string): Key => ({ pk: of(company, 'itv', itv), sk: `CLIP#${clipId}` }),
  report: (company: string, itv: string, version: number): Key => ({
    pk: of(company, 'itv', itv),
    sk: `REPORT#${pad(version)}`,
  }),
  due: (company: string, itv: string, kind: string): Key => ({ pk: of(company, 'itv', itv), sk: `DUE#${kind}` }),
  delivery: (company: string, itv: string, kind: string, generation: number, channel: string): Key => ({
    pk: of(company, 'itv', itv),
    sk: `DELIVERY#${kind}#${pad(generation)}#${channel}`,
  }),
  requests: (company: string, itv: string): Key => ({ pk: of(company, 'itv', itv), sk: 'REQUESTS' }),
  workbench: (company: string, itv: string): Key => ({ pk: of(company, 'itv', itv), sk: 'WORKBENCH' }),
  /** An interview in one of the workbench's lists, sorted by an instant. */
  workbenchRow: (company: string, list: string, at: string, itv: string): Key => ({
    pk: of(company, 'wb', list),
    sk: `${at}#${itv}`,
  }),
  /** A part of a name, and an interview that is found by it; spread by the part's first character. */
  nameOf: (company: string, part: string, itv: string): Key => ({
    pk: of(company, 'names', [...part][0] ?? ''),
    sk: itv === '' ? part : `${part}#${itv}`,
  }),
  /** A named filter of one member of staff. */
  filter: (company: string, usr: string, filter: string): Key => ({ pk: of(company, 'filters', usr), sk: filter }),
  /** How far a judgement is that takes its time. */
  headway: (company: string, itv: string): Key => ({ pk: of(company, 'itv', itv), sk: 'HEADWAY' }),
  /** What people made of a position's answers, one a person and answer. */
  rating: (company: string, pos: string, itv: string, questionId: string, usr: string): Key => ({
    pk: of(company, 'ratings', pos),
    sk: `${itv}#${questionId}#${usr}`,
  }),
  /** Slot ids sort as their times do. */
  slot: (company: string, pos: string, slot: string): Key => ({ pk: of(company, 'slots', pos), sk: slot }),
  rules: (company: string, pos: string, version?: number): Key => ({
    pk: of(company, 'rules', pos),
    sk: version === undefined ? '' : pad(version),
  }),
  paraphrases: (company: string, pos: string): Key => ({ pk: of(company, 'paraphrases', pos), sk: 'LIST' }),
  paraphrase: (company: string, pos: string, par: string): Key => ({
    pk: of(company, 'paraphrases', pos),
    sk: `PARAPHRASE#${par}`,
  }),
  print: (company: string, pos: string, questionId: string, itv: string, attempt: number | ''): Key => ({
    pk: of(company, 'prints', pos, questionId),
    sk: itv === '' ? '' : `${itv}#${attempt}`,
  }),
  counts: (company: string): Key => ({ pk: of(company, 'counts'), sk: 'STATUS' }),
  dayCount: (company: string, date: string): Key => ({ pk: of(company, 'counts'), sk: `DAY#${date}` }),
  /** The figures under the app on WeCom's workbench, and whether they are to be set anew. */
  board: (company: string): Key => ({ pk: of(company, 'counts'), sk: 'BOARD' }),
  application: (company: string, app: string): Key => ({ pk: of(company, 'app', app), sk: 'STATE' }),
  dossier: (company: string, app: string): Key => ({ pk: of(company, 'app', app), sk: 'DOSSIER' }),
  contribution: (company: string, req: string, itv: string): Key => ({
    pk: of(company, 'req', req),
    sk: `CONTRIBUTION#${itv}`,
  }),
  /** Who holds one of a requisition's vacancies. */
  seats: (company: string, req: string): Key => ({ pk: of(company, 'req', req), sk: 'SEATS' }),
  progress: (company: string, req: string): Key => ({ pk: of(company, 'req', req), sk: 'PROGRESS' }),
  applicant: (company: string, req: string, cand: string): Key => ({
    pk: of(company, 'req', req),
    sk: `APPLICANT#${cand}`,
  }),
  /** A check of the status, the newest last: `all` of them, or those that found something. */
  check: (company: string, list: string, at: string, name: string): Key => ({
    pk: of(company, 'checks', list),
    sk: name === '' ? at : `${at}#${name}`,
  }),
  checkDay: (company: string, date: string): Key => ({ pk: of(company, 'checkdays'), sk: date }),
  /** What one interview has in the figures; a position's lie together, so that they can be counted anew. */
  keptFigures: (company: string, pos: string, itv: string): Key => ({ pk: of(company, 'kept', pos), sk: itv }),
  /** One day's numbers of a family, of the company (`co`) or of a position. */
  figures: (company: string, scope: string, family: string, day: string): Key => ({
    pk: of(company, 'figures', scope, family),
    sk: day,
  }),
  /** A case behind the figures, in the list of a position or of a month of the company, sorted by its day. */
  factRow: (company: string, list: string, within: string, sort: string): Key => ({
    pk: of(company, 'facts', list, within),
    sk: sort,
  }),
  /** Breakdowns that the company made for itself. */
  reports: (company: string): Key => ({ pk: of(company, 'reports'), sk: 'REPORTS' }),
  /** The day on which a counter was last counted anew. */
  recounted: (company: string, name: string): Key => ({ pk: of(company, 'recounted'), sk: name }),
  /** What one interview taught; by opening. */
  lesson: (company: string, req: string, itv: string): Key => ({ pk: of(company, 'lessons', req), sk: itv }),
  /** What a company learned of a subject: the newest, and all there ever was by its version. */
  learnedNewest: (company: string, topic: string, subject: string): Key => ({
    pk: of(company, 'learning'),
    sk: `NEWEST#${topic}#${subject}`,
  }),
  learnedPast: (company: string, topic: string, subject: string, version: number | ''): Key => ({
    pk: of(company, 'learning-past', topic),
    sk: `${subject}#${version === '' ? '' : pad(version)}`,
  }),
  learningTurn: (company: string): Key => ({ pk: of(company, 'learning'), sk: 'TURN' }),
  /** When the company's own system last said everything it knew of those who were hired. */
  outcomesPulled: (company: string): Key => ({ pk: of(company, 'learning'), sk: 'PULLED' }),
  /** What candidates said of themselves, apart from everything else: whose it is stands there as an id only. */
  voluntary: (company: string, cand: string): Key => ({ pk: of(company, 'voluntary'), sk: cand }),
  /** How it went with somebody who was hired: the newest word in the list, every one beside it. */
  outcome: (company: string, app: string): Key => ({ pk: of(company, 'outcomes'), sk: app }),
  outcomeVersion: (company: string, app: string, version: number | ''): Key => ({
    pk: of(company, 'outcome-versions', app),
    sk: version === '' ? '' : pad(version),
  }),
  /** Two versions of a question that are put by lot. */
  experiment: (company: string, pos: string, exp: string): Key => ({
    pk: of(company, 'experiments'),
    sk: `${pos}${pos === '' ? '' : '#'}${exp}`,
  }),
  /** What a member of staff has learned and read. */
  learned: (company: string, usr: string, what: string): Key => ({ pk: of(company, 'learned', usr), sk: what }),
  /** Notices that a candidate has read. */
  noticesRead: (company: string, cand: string): Key => ({ pk: of(company, 'cand', cand), sk: 'NOTICES' }),
  /** A training session that is announced, sorted by its end. */
  liveSession: (company: string, endsAt: string, session: string): Key => ({
    pk: of(company, 'live'),
    sk: session === '' ? endsAt : `${endsAt}#${session}`,
  }),
  requisition: (company: string, req: string): Key => ({ pk: of(company, 'requisitions'), sk: req }),
  position: (company: string, pos: string): Key => ({ pk: of(company, 'positions'), sk: pos }),
  positionVersion: (company: string, pos: string, version?: number): Key => ({
    pk: of(company, 'position-versions', pos),
    sk: version === undefined ? '' : pad(version),
  }),
  /** The question bank: the newest version of each question; the others lie with the question. */
  bankQuestion: (company: string, bank: string): Key => ({ pk: of(company, 'bank'), sk: bank }),
  bankVersion: (company: string, bank: string, version?: number): Key => ({
    pk: of(company, 'bank-versions', bank),
    sk: version === undefined ? '' : pad(version),
  }),
  candidate: (company: string, cand: string): Key => ({ pk: of(company, 'candidates'), sk: cand }),
  /** A person's résumé, apart from the person, so that it can be deleted by itself. */
  resume: (company: string, cand: string): Key => ({ pk: of(company, 'resumes'), sk: cand }),
  /** Whose phone it is, and whose mail: one person's within a company. */
  personByPhone: (company: string, phone: string): Key => ({ pk: of(company, 'phone', phone), sk: 'PERSON' }),
  personByEmail: (company: string, email: string): Key => ({ pk: of(company, 'email', email), sk: 'PERSON' }),
  file: (company: string, file: string): Key => ({ pk: of(company, 'file', file), sk: 'FILE#' }),
  /** Read once more: an item that is new, as the stream wants it. */
  fileAgain: (company: string, file: string, at: string): Key => ({ pk: of(company, 'file', file), sk: `FILE##${at}` }),
  fileRows: (company: string, file: string, n: number | ''): Key => ({
    pk: of(company, 'file', file),
    sk: `ROWS#${n === '' ? '' : pad(n)}`,
  }),
  fileImport: (company: string, file: string, imp: string): Key => ({
    pk: of(company, 'file', file),
    sk: `IMPORT#${imp}`,
  }),
  /** Somebody who applied by a requisition's link. */
  wish: (company: string, req: string, cand: string): Key => ({ pk: of(company, 'req', req), sk: `WISH#${cand}` }),
  /** Somebody who applied and is not invited yet; small, so that they can be counted. */
  waiting: (company: string, req: string, cand: string): Key => ({
    pk: of(company, 'waiting'),
    sk: req === '' ? '' : `${req}#${cand}`,
  }),
  linkOf: (company: string, req: string): Key => ({ pk: of(company, 'req', req), sk: 'LINK' }),
  /** How often something was done in a window of time. What it was may name a phone, so it stands there as a hash. */
  rate: (company: string, what: string, window: number): Key => ({
    pk: of(company, 'rate', createHash('sha256').update(what).digest('base64url')),
    sk: `WINDOW#${pad(window)}`,
  }),
  strangerRate: (whom: string, window: number): Key => ({
    pk: `rate#${createHash('sha256').update(whom).digest('base64url')}`,
    sk: `WINDOW#${pad(window)}`,
  }),
  /** A person, or an interview, that was deleted: nothing may be written of it any more. The id alone is left. */
  erased: (company: string, id: string): Key => ({ pk: of(company, 'erased', id), sk: 'ERASED' }),
  /** A deletion that was asked for or is under way, and its certificate. */
  erasure: (company: string, ers: string): Key => ({ pk: of(company, 'erasures'), sk: ers }),
  /** Which one a candidate asked for, with the code that opens its certificate; goes with the person. */
  erasureOf: (company: string, cand: string): Key => ({ pk: of(company, 'cand', cand), sk: 'ERASURE' }),
  /** When a person's data is to be looked at next: whether it is still needed. */
  retention: (company: string, cand: string): Key => ({ pk: of(company, 'cand', cand), sk: 'RETENTION' }),
  /** How long a company keeps what, and under whose law it asks. */
  privacy: (company: string): Key => ({ pk: of(company, 'company'), sk: 'PRIVACY' }),
  /** Somebody's data that must not be deleted for now. */
  hold: (company: string, cand: string): Key => ({ pk: of(company, 'holds'), sk: cand }),
  /** What a candidate said of a purpose after they had agreed to it. */
  consent: (company: string, cand: string, purpose: string): Key => ({
    pk: of(company, 'cand', cand),
    sk: `CONSENT#${purpose}`,
  }),
  /** A company's notice of what is done with data: every version of it. */
  notice: (company: string, law: string, language: string, version: number | ''): Key => ({
    pk: of(company, 'notices', law),
    sk: `${language}#${version === '' ? '' : pad(version)}`,
  }),
  /** Who saw or changed what: not chained yet; the chain's end; its blocks by day; where somebody stands in it. */
  witnessed: (company: string, at: string, id: string): Key => ({
    pk: of(company, 'witnessed'),
    sk: at === '' ? '' : `${at}#${id}`,
  }),
  auditHead: (company: string): Key => ({ pk: of(company, 'audit-head'), sk: 'HEAD' }),
  auditBlock: (company: string, day: string, block: number | ''): Key => ({
    pk: of(company, 'audit', day),
    sk: block === '' ? '' : pad(block),
  }),
  auditOf: (company: string, by: 'person' | 'candidate', whom: string, at: string): Key => ({
    pk: of(company, 'audit-of', by, whom),
    sk: at,
  }),
  /** Where somebody is signed in, and the second factor of a member of staff. */
  session: (company: string, person: string, ses: string): Key => ({ pk: of(company, 'sessions', person), sk: ses }),
  secondFactor: (company: string, usr: string): Key => ({ pk: of(company, 'second-factor', usr), sk: 'FACTOR' }),
  /** What was done to somebody's access, the newest last. */
  accessEntry: (company: string, at: string, name: string): Key => ({
    pk: of(company, 'access-log'),
    sk: name === '' ? at : `${at}#${name}`,
  }),
  accessPolicy: (company: string): Key => ({ pk: of(company, 'access-policy'), sk: 'POLICY' }),
  staff: (company: string, usr: string): Key => ({ pk: of(company, 'staff'), sk: usr }),
  /** The departments as one: its version grows with every change of any of them. */
  tree: (company: string): Key => ({ pk: of(company, 'company'), sk: 'TREE' }),
  department: (company: string, dep: string): Key => ({ pk: of(company, 'departments'), sk: dep }),
  /** A position in a department. */
  post: (company: string, dep: string, pos: string): Key => ({
    pk: of(company, 'posts'),
    sk: dep === '' ? '' : `${dep}#${pos}`,
  }),
  company: (company: string): Key => ({ pk: of(company, 'company'), sk: 'COMPANY' }),
  candidateInterview: (company: string, cand: string, itv: string): Key => ({
    pk: of(company, 'cand', cand),
    sk: `ITV#${itv}`,
  }),
  /** 消息中心: what a candidate was told, one a message. */
  inbox: (company: string, cand: string, message: string): Key => ({
    pk: of(company, 'cand', cand),
    sk: `MESSAGE#${message}`,
  }),
  candidateWechat: (company: string, cand: string): Key => ({ pk: of(company, 'cand', cand), sk: 'WECHAT' }),
  /** Further accounts of theirs; that a browser was the first to open a link of theirs; a code they asked for. */
  alsoWechat: (company: string, cand: string, openid: string): Key => ({
    pk: of(company, 'cand', cand),
    sk: `ALSO#${openid}`,
  }),
  firstBrowser: (company: string, cand: string): Key => ({ pk: of(company, 'cand', cand), sk: 'BROWSER' }),
  proof: (company: string, cand: string, n: number | ''): Key => ({
    pk: of(company, 'cand', cand),
    sk: `PROOF#${n === '' ? '' : pad(n)}`,
  }),
  credit: (company: string, cand: string, kind: string): Key => ({
    pk: of(company, 'cand', cand),
    sk: `CREDIT#${kind}`,
  }),
  operation: (company: string, operation: string): Key => ({ pk: of(company, 'op', operation), sk: 'OPERATION' }),
  wechatIdentity: (appid: string, openid: string, company: string): Key => ({
    pk: `identity#wechat#${appid}#${openid}`,
    sk: company,
  }),
  wecomIdentity: (corpid: string, userid: string): Key => ({ pk: `identity#wecom#${corpid}#${userid}`, sk: 'STAFF' }),
  link: (link: string): Key => ({ pk: `link#${link}`, sk: 'LINK' }),
  certificate: (code: string): Key => ({ pk: `certificate#${code}`, sk: 'CERTIFICATE' }),
  token: (name: string): Key => ({ pk: `token#${name}`, sk: 'TOKEN' }),
  /** How much was sent to somebody in one stretch of time. */
  budget: (whom: string): Key => ({ pk: `budget#${whom}`, sk: 'SENT' }),
  /** A provider's event that has been taken in. */
  callback: (event: string): Key => ({ pk: `callback#${event}`, sk: 'TAKEN' }),
  /** A provider's receipt, and the delivery it is for; whichever comes first waits for the other. */
  receipt: (channel: string, msgid: string): Key => ({ pk: `receipt#${channel}#${msgid}`, sk: 'RECEIPT' }),
} as const;

export const dueIndex = { name: 'due', shards: 8 } as const;

/** Spreads what is due at one instant over the index's partitions. Depends on the interview only: a moved item keeps its shard. */
export const dueShard = (itv: string): string =>
  String((createHash('sha256').update(itv).digest()[0] ?? 0) % dueIndex.shards);
