/** What HR and applicants hand in as files. Free of zod: the mini-program reads it too. */
export const filePurposes = ['candidates', 'rounds', 'organisation', 'outcomes', 'resume'] as const;
export type FilePurpose = (typeof filePurposes)[number];

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const fileTypes = {
  candidates: ['text/csv', xlsx],
  rounds: ['text/csv', xlsx],
  organisation: ['text/csv', xlsx],
  outcomes: ['text/csv', xlsx],
  resume: ['application/pdf', docx, 'text/plain'],
} as const satisfies Record<FilePurpose, readonly string[]>;

export const isFileType = (purpose: FilePurpose, mime: string): boolean =>
  (fileTypes[purpose] as readonly string[]).includes(mime);

/** Why nothing can be taken out of a file. */
export const fileRefusals = [
  'missing',
  'empty',
  'too_large',
  'unsupported',
  'unreadable',
  'encrypted',
  'infected',
  'unscanned',
  'too_many_rows',
  'too_many_columns',
  'no_text',
  'timed_out',
  'gave_up',
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/** What may have been the machine's fault and not the file's: it is worth another try. */
export const isReadAgain = (code: FileRefusal | null): boolean => code === 'gave_up' || code === 'timed_out';

export const intakeLimits = {
  bytes: 5_000_000,
  /** Of a table, its header not counted. */
  rows: 2000,
  columns: 60,
  /** Characters of one cell, and of a résumé's text. */
  cellCharacters: 20_000,
  resumeCharacters: 20_000,
  /** Minutes for which an upload's form is good. */
  formMinutes: 15,
  /**
   * Seconds from one look whether an upload was scanned to the next, and how often it is looked in one try: within the
   * function's 90 seconds there has to be time left to read it.
   */
  scanEverySeconds: 3,
  scanTimes: 15,
  /** Times a file is tried, and minutes after which one that is not read by then was given up. */
  readTries: 3,
  readMinutes: 30,
  /** Days for which what was read of a file is kept; a saved résumé has its own place. */
  keptDays: 7,
  /** Résumé files looked at together. */
  resumesAtOnce: 20,
  /** People one batch invites. */
  invitedAtOnce: 200,
  /** Applications in an hour: over one link, from one address; and of one phone over one link in a day. */
  applies: { link: 300, address: 60, phone: 5 },
  /** Minutes for which a résumé's address can be opened. */
  openMinutes: 15,
} as const;
