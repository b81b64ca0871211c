import type { MediaFiles } from '#functions/ports/clip.ts';
import type { FileReader, FileRecord, Files, Openings, People, Scanner } from '#functions/ports/intake.ts';
import type { Clock, Directory } from '#functions/ports.ts';
import { fileKey } from './file-key.ts';

export type ReadFileDeps = {
  files: Files;
  people: People;
  openings: Openings;
  directory: Directory;
  media: MediaFiles;
  scanner: Scanner;
  reader: FileReader;
  clock: Clock;
};

/** Takes out of a file what is in it. Done again it changes nothing. */
export async function readFile(deps: ReadFileDeps, company: string, fileId: string): Promise<string> {
  const file = await deps.files.get(company, fileId);
  if (file === undefined) return 'gone';
  if (file.state !== 'reading' && file.applicant === null) return 'settled';
  const folder = await deps.media.list(fileKey.folder(company, fileId));
  const read = folder.length === 0 ? missing : await readUpload(deps, company, file);
  await deps.files.settle(company, fileId, outcomeOf(read));
  if (file.applicant !== null) await handOver(deps, company, file, read);
  return read.ok ? 'ready' : read.code;
}

/** Nobody will try again: whoever waits for it is told, and may have it tried once more. */
export async function giveUp(deps: ReadFileDeps, company: string, fileId: string): Promise<void> {
  const file = await deps.files.get(company, fileId);
  if (file === undefined || file.state !== 'reading') return;
  const read: Read = { ok: false, code: 'gave_up' };
  await deps.files.settle(company, fileId, outcomeOf(read));
  await handOver(deps, company, file, read);
}

type Read = Awaited<ReturnType<FileReader>>;
const missing: Read = { ok: false, code: 'missing' };

/** Nothing is opened, or kept beside, before somebody has looked whether it does harm. */
async function readUpload({ media, scanner, reader }: ReadFileDeps, company: string, file: FileRecord): Promise<Read> {
  const { fileId, mime, name } = file;
  const found = await scanner(fileKey.upload(company, fileId));
  if (found !== 'clean') return { ok: false, code: found };
  const bytes = await media.read(fileKey.upload(company, fileId));
  const wanted = file.purpose === 'resume' ? 'text' : 'table';
  // The upload goes away by itself, a résumé stays.
  if (wanted === 'text') await media.putOnce(fileKey.resume(company, fileId), { bytes, mime, fileName: name });
  return reader({ bytes, mime, wanted });
}

function outcomeOf(read: Read) {
  if (!read.ok) return { state: 'failed' as const, code: read.code };
  const { content } = read;
  if (content.kind === 'text') return { state: 'ready' as const, headers: [], rows: [], text: content.text };
  const [headers = [], ...rows] = content.rows;
  return { state: 'ready' as const, headers, rows, text: null };
}

/** An applicant's résumé is theirs now, or waits beside the one we have. A scan is kept without a text. */
async function handOver(deps: ReadFileDeps, company: string, file: FileRecord, read: Read): Promise<void> {
  const { applicant, fileId, name } = file;
  if (applicant === null) return;
  const { candidateId, requisitionId } = applicant;
  const [candidate, wish] = await Promise.all([
    deps.directory.candidate(company, candidateId),
    deps.openings.wish(company, requisitionId, candidateId),
  ]);
  if (candidate === undefined || wish?.fileId !== fileId) return;
  if (!read.ok && read.code !== 'no_text') {
    await deps.openings.putWish(company, { ...wish, fileId: null, unread: { fileId, code: read.code } });
    return;
  }
  const text = read.ok && read.content.kind === 'text' ? read.content.text : '';
  const resume = { text, at: deps.clock.now().toISOString(), file: { key: fileKey.resume(company, fileId), name } };
  const first = candidate.resume === '';
  if (first) await deps.people.putResume(company, candidateId, resume);
  await deps.openings.putWish(company, { ...wish, fileId: null, unread: null, newer: first ? wish.newer : resume });
}
