import type { FileRecord } from '#functions/ports/intake.ts';

type Given = Pick<FileRecord, 'fileId' | 'purpose' | 'name' | 'mime' | 'by' | 'at'> &
  Partial<Pick<FileRecord, 'applicant'>>;

export const newFile = ({ fileId, purpose, name, mime, by, at, applicant = null }: Given): FileRecord => ({
  fileId,
  purpose,
  name,
  mime,
  by,
  at,
  applicant,
  state: 'reading',
  code: null,
  rows: 0,
  headers: [],
  text: null,
});
