import type { CandidateField, Columns } from '#shared/intake/columns.ts';
import type { FilePurpose, FileRefusal } from '#shared/intake/files.ts';
import type { Candidate } from '#shared/organisation/records.ts';

/** What somebody handed in as a file. `by`: a recruiter, or null for an applicant. */
export type FileRecord = {
  fileId: string;
  purpose: FilePurpose;
  name: string;
  mime: string;
  by: string | null;
  at: string;
  state: 'reading' | 'ready' | 'failed';
  code: FileRefusal | null;
  /** Of a table, without its header. */
  rows: number;
  headers: string[];
  /** Of a résumé. */
  text: string | null;
  /** Who applied with it, and to what: its text becomes theirs when it is read. */
  applicant: { requisitionId: string; candidateId: string } | null;
};
type ReadOutcome =
  | { state: 'ready'; headers: string[]; rows: string[][]; text: string | null }
  | { state: 'failed'; code: FileRefusal };

export type ImportRecord = {
  importId: string;
  columns: Columns<CandidateField>;
  by: string;
  at: string;
  state: 'running' | 'done';
  done: number;
  all: number;
  added: number;
  known: number;
  /** Rows left out for what is wrong with them. */
  skipped: number;
};

export type Files = {
  get(company: string, fileId: string): Promise<FileRecord | undefined>;
  /** Keeps the first one of its id, and answers the one that is kept. */
  putOnce(company: string, file: FileRecord): Promise<FileRecord>;
  /** Back to being read, and handed to the worker once more; changes nothing where it is ready. */
  readAgain(company: string, fileId: string, at: string): Promise<void>;
  /** Changes nothing where it is settled already. */
  settle(company: string, fileId: string, outcome: ReadOutcome): Promise<void>;
  /** Without the header, in their order. */
  rows(company: string, fileId: string): Promise<string[][]>;
  import(company: string, fileId: string, importId: string): Promise<ImportRecord | undefined>;
  beginImport(company: string, fileId: string, record: ImportRecord): Promise<ImportRecord>;
  noteImport(company: string, fileId: string, record: ImportRecord): Promise<void>;
};

export type NewPerson = Omit<Candidate, 'resume'>;
/** Lies by itself, so that it can be deleted by itself. `file`: the original in the bucket. */
export type StoredResume = { text: string; at: string; file: { key: string; name: string } | null };

/** Candidates as one person each: a phone, and an address of mail, is one person's within a company. */
export type People = {
  byPhones(company: string, phones: readonly string[]): Promise<Map<string, string>>;
  byEmails(company: string, emails: readonly string[]): Promise<Map<string, string>>;
  /** `key` names the intention: the same again is `added` again, with the same person. */
  add(
    company: string,
    person: NewPerson,
    resume: StoredResume | undefined,
    key: string,
  ): Promise<{ kind: 'added' | 'known'; candidateId: string }>;
  /** 'taken': somebody else has that phone or address. */
  change(company: string, person: NewPerson): Promise<'changed' | 'absent' | 'taken'>;
  resume(company: string, candidateId: string): Promise<StoredResume | undefined>;
  putResume(company: string, candidateId: string, resume: StoredResume): Promise<void>;
};

export type Link = { linkId: string; company: string; requisitionId: string; by: string; at: string };
/** Somebody who applied by a link. The same person twice is one. */
export type Wish = {
  candidateId: string;
  requisitionId: string;
  /** As they gave it this time. */
  name: string;
  source: string | null;
  at: string;
  times: number;
  consent: { version: string; at: string };
  /** The last request that made or renewed it. */
  operation: string;
  /** A résumé of theirs that is not read yet. */
  fileId: string | null;
  /** The file nothing could be taken out of, and why. */
  unread: { fileId: string; code: FileRefusal } | null;
  /** What they handed in where a résumé of theirs was there before: HR says whether it takes its place. */
  newer: StoredResume | null;
};
export type Openings = {
  link(linkId: string): Promise<Link | undefined>;
  linkOf(company: string, requisitionId: string): Promise<Link | undefined>;
  /** Its requisition's only one from now on; one before it opens nothing more. */
  putLink(link: Link): Promise<void>;
  wishes(company: string, requisitionId: string): Promise<Wish[]>;
  wish(company: string, requisitionId: string, candidateId: string): Promise<Wish | undefined>;
  putWish(company: string, wish: Wish): Promise<void>;
  /** The same of somebody who applies; it waits for HR until they are invited. */
  apply(company: string, wish: Wish): Promise<void>;
  /** By requisition, how many applied and are not invited yet. */
  waiting(company: string): Promise<Map<string, number>>;
  /** Whether there was one more of `most` in this window. */
  allow(company: string, what: string, most: number, minutes: number): Promise<boolean>;
};

/**
 * Whether there is malware in an upload, by its key. `unscanned`: whoever looks cannot tell. Throws while nothing is known yet:
 * it is asked again later.
 */
export type Scanner = (key: string) => Promise<'clean' | 'infected' | 'unscanned'>;

/** What is in a file. Never throws for what is in the bytes; `mime` is what its sender called it. */
export type FileReader = (file: {
  bytes: Uint8Array;
  mime: string;
  wanted: 'table' | 'text';
}) => Promise<
  | { ok: true; content: { kind: 'table'; rows: string[][] } | { kind: 'text'; text: string } }
  | { ok: false; code: FileRefusal }
>;
