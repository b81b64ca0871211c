import { useCallback, useEffect, useState } from 'react';
import { upload } from '#platform/upload.ts';
import type { Output } from '#shared/contract/operations.ts';
import { type FilePurpose, type FileRefusal, isReadAgain } from '#shared/intake/files.ts';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import type { PickedFile } from '../../platform/pick-file.ts';
import { intakeWords } from '../words.ts';
import { inTurn } from './in-turn.ts';

export type ReadFile = Output<'intake.get'> & { fileId: string };
export type FileState =
  | { phase: 'none' }
  | { phase: 'uploading'; name: string; percent: number }
  /** `slow`: for longer than usual. */
  | { phase: 'reading'; name: string; fileId: string; slow: boolean }
  | { phase: 'ready'; file: ReadFile }
  /** `file`: what is left of it, a scan to be kept. `again`: another try may help. */
  | { phase: 'failed'; text: string; again: boolean; code?: FileRefusal; file?: ReadFile }
  | { phase: 'error'; error: CallError };

const everyMs = 700;
const slowMs = 20_000;
/** Files on their way at once: WeChat allows ten, and a phone's network less. */
const uploads = inTurn(3);

/**
 * A chosen file of HR's: handed in and read. It never stays 「正在读取」: what failed says why, and what may be our fault can
 * be tried again. What is left when the page goes is read all the same, for nobody.
 */
export function useRead(purpose: FilePurpose, picked: PickedFile | undefined) {
  const [state, setState] = useState<FileState>({ phase: 'none' });
  const [turn, setTurn] = useState(0);
  const reading = (state.phase === 'reading' && state.fileId) || undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is a wish to hand it in once more.
  useEffect(() => {
    if (picked === undefined) return;
    let stopped = false;
    const show = (next: FileState) => {
      if (!stopped) setState(next);
    };
    show({ phase: 'uploading', name: picked.name, percent: 0 });
    void uploads(async () => {
      // A file can be gone from the device by the time its turn comes.
      if (!stopped) await handIn(purpose, picked, show).catch(() => show({ ...failed('missing'), again: true }));
    });
    return () => {
      stopped = true;
    };
  }, [purpose, picked, turn]);

  useEffect(() => {
    if (reading === undefined) return;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const since = Date.now();
    const look = async () => {
      const answer = await retrying(() => call('intake.get', { params: { fileId: reading } }));
      if (stopped) return;
      if (!answer.ok) return setState({ phase: 'error', error: answer.error });
      const file = { ...answer.value, fileId: reading };
      if (file.state === 'ready') return setState({ phase: 'ready', file });
      if (file.state === 'failed') return setState(failed(file.code ?? 'unreadable', file));
      const slow = Date.now() - since > slowMs;
      if (slow) setState((was) => (was.phase === 'reading' && !was.slow ? { ...was, slow } : was));
      timer = setTimeout(look, slow ? 5 * everyMs : everyMs);
    };
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [reading]);

  const file = state.phase === 'failed' ? state.file : undefined;
  const retry = useCallback(async () => {
    if (file === undefined) return setTurn((n) => n + 1);
    const { fileId, name } = file;
    setState({ phase: 'reading', name, fileId: '', slow: false });
    const answer = await retrying(() => call('intake.readAgain', { params: { fileId } }));
    setState(answer.ok ? { phase: 'reading', name, fileId, slow: false } : { phase: 'error', error: answer.error });
  }, [file]);

  return { state, retry };
}

const failed = (code: FileRefusal, file?: ReadFile): Extract<FileState, { phase: 'failed' }> => ({
  phase: 'failed',
  text: intakeWords.refusals[code],
  again: isReadAgain(code),
  code,
  ...(file && { file }),
});

async function handIn(
  purpose: FilePurpose,
  { name, mime, size, read }: PickedFile,
  show: (state: FileState) => void,
): Promise<void> {
  const given = { purpose, name: name.slice(-200), mime };
  const form = await retrying(() => call('intake.form', { input: given }));
  if (!form.ok) return show({ phase: 'error', error: form.error });
  const { fileId } = form.value;
  const sent = await upload({
    ...form.value.form,
    content: { bytes: await read(0, size) },
    mime,
    onProgress: (done) => show({ phase: 'uploading', name, percent: Math.floor(done * 100) }),
  });
  if (!sent.ok) {
    return show(
      sent.kind === 'offline' ? { phase: 'error', error: { kind: 'offline' } } : { ...failed('missing'), again: true },
    );
  }
  const asked = await retrying(() => call('intake.read', { params: { fileId }, input: given }));
  show(asked.ok ? { phase: 'reading', name, fileId, slow: false } : { phase: 'error', error: asked.error });
}
