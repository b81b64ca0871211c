import type { StaffRole } from '#shared/access/roles.ts';
import type { CopyName, Progress, WorkbenchRow } from '#shared/application/copies.ts';
import type { Place } from '#shared/application/workbench-places.ts';
import type { Report } from '#shared/evaluation/report.ts';
import type { Draft, DraftContent } from '#shared/interview/draft.ts';
import type { InterviewEvent, Recorded } from '#shared/interview/events.ts';
import type { Plan } from '#shared/interview/plan.ts';
import type { InterviewState, InterviewStatus } from '#shared/interview/state.ts';
import type { WecomCard } from '#shared/messaging/card.ts';
import type { SmsMessage, WechatMessage, WecomMessage } from '#shared/messaging/compose.ts';
import type { EmailMessage } from '#shared/messaging/email.ts';
import type { CreditKind, DeliveryKind } from '#shared/messaging/messages.ts';
import type { Candidate, Company, Position, Requisition, Staff } from '#shared/organisation/records.ts';
import type { Result } from '#shared/result.ts';
import type { DueItem } from '#shared/schedule/due-items.ts';
import type { Slot, SlotChange } from '#shared/schedule/slots.ts';

/** What the use cases need of the world. Adapters implement these; `compose.ts` chooses which. */
export type Clock = { now(): Date };
export type IdPrefix =
  | 'itv'
  | 'app'
  | 'tkt'
  | 'par'
  | 'pos'
  | 'bank'
  | 'cand'
  | 'ses'
  | 'file'
  | 'imp'
  | 'lnk'
  | 'dep'
  | 'req'
  | 'usr'
  | 'ers';
export type Ids = { make(prefix: IdPrefix): string };

/** The answer to an operation id, so that the same id gives the same answer. */
export type Operation = { id: string; name: string; bodyHash: string; answer: Record<string, unknown> };

export type DraftChange =
  | { op: 'create' | 'raise'; attempt: number; questionId: string; number: number }
  /** Seals the draft if its number is exactly this one. */
  | { op: 'seal'; attempt: number; questionId: string; number: number }
  /** Seals the draft as it stands. */
  | { op: 'close'; attempt: number; questionId: string }
  /** Opens a sealed draft for a new opening, its content as it was. */
  | { op: 'unseal'; attempt: number; questionId: string; number: number };

/**
 * Words and observations that belong to an interview and are no events: what was written in a thread, a correction, a
 * judgement's reason. Each has a name of its own and can be deleted by it.
 */
export type Note = { name: string; value: Record<string, unknown> };

/** Everything one command changes, written in one transaction or not at all. */
export type Change = {
  company: string;
  before: InterviewState | undefined;
  after: InterviewState;
  events: InterviewEvent[];
  due: { set: DueItem[]; clear: DueItem[] };
  drafts?: DraftChange[];
  operation?: Operation;
  plan?: Plan;
  report?: Report;
  notes?: Note[];
  /** A place in a slot that is taken, and one that becomes free. */
  slots?: SlotChange;
  /** Of the person who is invited: by it HR finds the interview. */
  name?: string;
};

export type CommitRefusal =
  | { kind: 'conflict' }
  /** Another one took the last place, or it was closed. */
  | { kind: 'slot_full' }
  /** Every vacancy of the requisition is filled or kept for an offer. */
  | { kind: 'no_vacancy' }
  | { kind: 'operation_exists' }
  | { kind: 'already_invited' }
  | { kind: 'draft_mismatch'; questionIds: string[] };

export type SaveDraft = {
  company: string;
  candidateId: string;
  interviewId: string;
  attempt: number;
  questionId: string;
  number: number;
  content: DraftContent;
};
export type SaveOutcome =
  | { kind: 'saved'; number: number; savedAt: string }
  /** A later save of the same opening is already there; this one is ignored. */
  | { kind: 'overtaken'; number: number; savedAt: string }
  | { kind: 'superseded' | 'sealed' | 'absent' };

export type Interviews = {
  load(company: string, interviewId: string): Promise<InterviewState | undefined>;
  plan(company: string, interviewId: string): Promise<Plan>;
  drafts(company: string, interviewId: string, attempt: number): Promise<Draft[]>;
  beside(company: string, interviewId: string, attempt: number): Promise<Draft[]>;
  history(company: string, interviewId: string): Promise<Recorded[]>;
  report(company: string, interviewId: string, version: number): Promise<Report | undefined>;
  commit(change: Change): Promise<Result<void, CommitRefusal>>;
  saveDraft(save: SaveDraft): Promise<SaveOutcome>;
  ofCandidate(company: string, candidateId: string): Promise<string[]>;
  /** Notes whose name begins with `prefix`, in the order of their names. */
  notes(company: string, interviewId: string, prefix: string): Promise<Note[]>;
  /** False where `once` and there is one of that name already. */
  putNote(company: string, interviewId: string, note: Note, once?: 'once'): Promise<boolean>;
};

export type Operations = {
  find(company: string, id: string): Promise<Operation | undefined>;
};

/** A copy of an interview's status as it stands in one of the places that show it. */
export type StoredCopy = { copy: CopyName; version: number; status: InterviewStatus; value: Record<string, unknown> };
export type CopyChange = {
  company: string;
  copy: CopyName;
  state: InterviewState;
  /** What was read; the write holds only if it still stands. */
  stored: StoredCopy | undefined;
  value: Record<string, unknown> & { status: InterviewStatus };
};
export type Copies = {
  read(
    company: string,
    state: Pick<InterviewState, 'interviewId' | 'applicationId' | 'requisitionId'>,
  ): Promise<StoredCopy[]>;
  /** False when another writer was first. */
  write(change: CopyChange): Promise<boolean>;
  /** Where the workbench lacks a row that its copy says it has, or shows another one. */
  lostRows(company: string, row: WorkbenchRow): Promise<Place[]>;
  /** Puts a copy's row there again; false where the copy has moved on meanwhile. */
  putRows(company: string, lost: { row: WorkbenchRow; version: number; places: Place[] }): Promise<boolean>;
  progress(company: string, requisitionId: string): Promise<Progress>;
  /** Interviews in which a candidate waits for HR, the longest waiting first. */
  attention(company: string, cursor?: string): Promise<{ rows: WorkbenchRow[]; cursor: string | null }>;
  application(company: string, applicationId: string): Promise<{ interviewId: string } | undefined>;
};

/** Times at which a position's interviews may be entered. */
export type Slots = {
  /** From an instant on, the earliest first; at most `limit`. */
  from(company: string, positionId: string, instant: string, limit?: number): Promise<Slot[]>;
  /** Those there are already stay as they are: the same window offered twice is one. */
  offer(company: string, slots: Slot[]): Promise<void>;
  /** 'too_few': there would be fewer places than are taken; nothing changed. */
  change(
    company: string,
    slot: Pick<Slot, 'positionId' | 'slotId'>,
    to: { capacity: number; open: boolean },
  ): Promise<'changed' | 'absent' | 'too_few'>;
};

/** What the company told us of itself and its people. */
export type Directory = {
  company(company: string): Promise<Company | undefined>;
  requisitions(company: string): Promise<Requisition[]>;
  requisition(company: string, requisitionId: string): Promise<Requisition | undefined>;
  position(company: string, positionId: string): Promise<Position | undefined>;
  candidate(company: string, candidateId: string): Promise<Candidate | undefined>;
  candidates(company: string): Promise<Candidate[]>;
  /** candidateId → applicationId of those already in the process for this requisition. */
  applicants(company: string, requisitionId: string): Promise<Map<string, string>>;
  staff(company: string, userId: string): Promise<Staff | undefined>;
};

export type Identities = {
  /** Binds a candidate to the first account; 'bound' when another one, or a browser, came first. */
  bindWechat(appid: string, openid: string, company: string, candidateId: string): Promise<'ok' | 'bound'>;
  /** The same for a browser, which has no name of its own: 'bound' when anybody came before. */
  bindBrowser(company: string, candidateId: string): Promise<'ok' | 'bound'>;
  /** One more account, by somebody who has the candidate's phone. One that is another candidate's stays theirs. */
  bindProven(appid: string, openid: string, company: string, candidateId: string): Promise<void>;
  byWechat(appid: string, openid: string): Promise<{ company: string; candidateId: string } | undefined>;
  /** In every company, the one bound last first. */
  allByWechat(appid: string, openid: string): Promise<{ company: string; candidateId: string }[]>;
  byWecom(corpid: string, userid: string): Promise<{ company: string; userId: string } | undefined>;
  openidOf(company: string, candidateId: string): Promise<string | undefined>;
  /** Whoever is bound is not any more: the next one to come has to prove it, and so does everybody after. */
  unbind(company: string, candidateId: string): Promise<void>;
  /** Every account of theirs, the one that is told first. */
  openidsOf(company: string, candidateId: string): Promise<string[]>;
};

/**
 * Accepted subscription messages that may still be sent, by person and message. Each acceptance is told twice, by the
 * phone and by the platform, and either may get lost: it counts when the first of the two arrives.
 */
export type Credits = {
  /** What the phone says was accepted in one tap; the same operation counts once. What may be sent now, by kind. */
  add(
    company: string,
    candidateId: string,
    kinds: readonly CreditKind[],
    operation: Operation,
  ): Promise<Partial<Record<CreditKind, number>>>;
  /** What the platform says was accepted. */
  confirm(company: string, candidateId: string, kind: CreditKind): Promise<void>;
  /** How many may be sent now. */
  left(company: string, candidateId: string, kind: CreditKind): Promise<number>;
  take(company: string, candidateId: string, kind: CreditKind): Promise<boolean>;
  /** For a message that was certainly not sent. */
  giveBack(company: string, candidateId: string, kind: CreditKind): Promise<void>;
  /** The platform says that there is none. */
  reset(company: string, candidateId: string, kind: CreditKind): Promise<void>;
};

export type DueRef = { company: string; interviewId: string } & DueItem;
export type Due = {
  /**
   * Of what is due, about `limit`, those of one interview in the order of their time. `after`: what was had of it
   * already, however it stands by now; goes on behind that.
   */
  before(now: Date, limit: number, after?: readonly DueRef[]): Promise<DueRef[]>;
  /** Notes that it could not be done; how often that was so of this item. */
  fail(ref: DueRef): Promise<number>;
  /** Removes or moves it if it still stands as it was read. */
  settle(ref: DueRef, moveTo?: string): Promise<void>;
};

export type Job =
  /** `request`: the version of the event that asked for it. */
  | { queue: 'evaluate'; company: string; interviewId: string; attempt: number; request: number }
  | { queue: 'transcribe'; company: string; interviewId: string; clipId: string }
  /** A file to be read, or, with `importId`, its people to be put among the candidates. */
  | { queue: 'intake'; company: string; fileId: string; importId?: string }
  /** What a company's interviews teach it, worked out anew. */
  | { queue: 'learn'; company: string }
  | { queue: 'deliver'; company: string; interviewId: string; kind: DeliveryKind; generation: number }
  /** The figures under the app on the workbenches of a company's recruiters. */
  | { queue: 'board'; company: string }
  /** A code for a candidate's phone. */
  | { queue: 'proof'; company: string; candidateId: string; n: number };
export type Queue = { send(jobs: Job[]): Promise<void> };

export type Channel = 'wechat' | 'sms' | 'wecom' | 'email';
/** 'unavailable' was certainly not sent and may be claimed again; 'unknown' may have been sent and is never repeated. */
export type DeliveryState = 'claimed' | 'sent' | 'refused' | 'unknown' | 'unavailable';
export type Delivery = {
  kind: DeliveryKind;
  generation: number;
  channel: Channel;
  state: DeliveryState;
  at: string;
  /** The provider's own code when it refused. */
  code?: string;
  /** The provider's name for it, by which its receipt comes back. */
  msgid?: string;
  /** What the provider said later came of it: `ok`, or its code. */
  receipt?: string;
};
export type Deliveries = {
  /** What the provider says came of a message, whether it was settled before or will be. */
  receipt(channel: Channel, msgid: string, receipt: string): Promise<void>;
  /** False when this message was already claimed on this channel: it is never sent twice. */
  claim(company: string, interviewId: string, delivery: Delivery): Promise<boolean>;
  settle(company: string, interviewId: string, delivery: Delivery): Promise<void>;
  ofInterview(company: string, interviewId: string): Promise<Delivery[]>;
};

/** 消息中心: what a candidate was told. The same message put twice is one. */
export type InboxMessage = {
  messageId: string;
  interviewId: string;
  kind: string;
  title: string;
  text: string;
  at: string;
  readAt: string | null;
  page: string;
};
export type Inbox = {
  put(company: string, candidateId: string, message: InboxMessage): Promise<void>;
  /** The newest first. */
  all(company: string, candidateId: string): Promise<InboxMessage[]>;
  read(company: string, candidateId: string, messageId: string, at: string): Promise<void>;
};

export type WecomReaders = { userid: string; also?: readonly string[] };
/** What came of handing a message to its provider. */
export type Sent =
  | { state: 'sent'; msgid?: string }
  | { state: 'unknown' | 'unavailable' }
  | { state: 'refused'; code: string };
export type Messengers = {
  sms(to: { phone: string }, message: SmsMessage): Promise<Sent>;
  wechat(to: { openid: string }, message: WechatMessage): Promise<Sent>;
  /** `also`: others who are told the same. */
  wecom(to: WecomReaders, message: WecomMessage): Promise<Sent>;
  /** `responseCode` changes the card once, within 72 hours. */
  wecomCard(to: WecomReaders, card: WecomCard): Promise<Sent & { responseCode?: string }>;
  /** The figures under the app on a member's workbench, at most 4. */
  wecomBoard(to: { userid: string }, items: { key: string; data: string; page?: string }[]): Promise<Sent>;
  /** `key` names what is said: two mails of one key are one to the mailbox. */
  email(to: { address: string }, message: EmailMessage, key: string): Promise<Sent>;
  /** A short code that opens the mini-program at a page, good for an SMS; undefined when none could be made now. */
  entryCode(page: string, query: string): Promise<string | undefined>;
};

/** How far the jobs that an interview's events ask for have been handed to the queue. */
export type Requests = {
  upTo(company: string, interviewId: string): Promise<number>;
  advance(company: string, interviewId: string, version: number): Promise<void>;
};

/** What WeChat and WeCom say a sign-in code stands for; undefined for a code they refuse. */
export type SignIn = {
  wechat(code: string): Promise<{ appid: string; openid: string } | undefined>;
  wecom(code: string, via: 'mini_program' | 'web'): Promise<{ corpid: string; userid: string } | undefined>;
};

/** Files that are written once and never changed; the one that stands under the key is answered. */
export type Archive = { putOnce(key: string, body: string): Promise<string> };

/** `sessionId`: by which of their sessions they came. */
export type CandidateActor = {
  role: 'candidate';
  company: string;
  candidateId: string;
  sessionId?: string | undefined;
};
export type StaffActor = { role: StaffRole; company: string; userId: string; sessionId?: string | undefined };
export type Actor = CandidateActor | StaffActor;
export type LinkClaims = { company: string; interviewId: string; candidateId: string };

export type Tokens = {
  issue(actor: Actor): Promise<{ token: string; expiresAt: string }>;
  verify(token: string): Promise<Result<Actor, 'unauthenticated' | 'token_expired'>>;
  /** Whom a token was given to, though it has lapsed meanwhile. */
  renewable(token: string): Promise<Result<Actor, 'unauthenticated'>>;
  issueLink(claims: LinkClaims, expiresAt: Date): Promise<string>;
  verifyLink(link: string): Promise<Result<LinkClaims, 'link_invalid' | 'link_expired'>>;
};
