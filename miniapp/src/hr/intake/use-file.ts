import { useCallback, useEffect, useRef, useState } from 'react';
import { pickFile } from '#platform/pick-file.ts';
import { upload } from '#platform/upload.ts';
import type { Output } from '#shared/contract/operations.ts';
import { type FilePurpose, type FileRefusal, fileTypes, intakeLimits } from '#shared/intake/files.ts';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import { intakeWords } from '../words.ts';

export type ReadFile = Output<'intake.get'> & { fileId: string };
export type FileState =
  | { phase: 'none' }
  | { phase: 'uploading'; name: string; percent: number }
  | { phase: 'reading'; name: string; fileId: string }
  | { phase: 'ready'; file: ReadFile }
  /** `file`: what is left of it, a scan to be kept. */
  | { phase: 'failed'; text: string; code?: FileRefusal; file?: ReadFile }
  | { phase: 'error'; error: CallError };

const everyMs = 700;

/** One file of HR's: chosen, handed in, read. What is left when the page goes is read all the same, for nobody. */
export function useFile(purpose: FilePurpose) {
  const [state, setState] = useState<FileState>({ phase: 'none' });
  const turn = useRef(0);
  const reading = state.phase === 'reading' ? state.fileId : undefined;

  useEffect(() => {
    if (reading === undefined) return;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const answer = await retrying(() => call('intake.get', { params: { fileId: reading } }));
      if (stopped) return;
      if (!answer.ok) return setState({ phase: 'error', error: answer.error });
      const file = { ...answer.value, fileId: reading };
      if (file.state === 'ready') setState({ phase: 'ready', file });
      else if (file.state === 'failed') {
        const code = file.code ?? 'unreadable';
        setState({ phase: 'failed', text: intakeWords.refusals[code], code, file });
      } else timer = setTimeout(look, everyMs);
    };
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [reading]);

  async function pick(): Promise<void> {
    const picked = await pickFile({ mimes: [...fileTypes[purpose]], maxBytes: intakeLimits.bytes });
    if (!picked.ok) {
      if (picked.reason !== 'cancelled') setState({ phase: 'failed', text: intakeWords.picking[picked.reason] });
      return;
    }
    turn.current += 1;
    const mine = turn.current;
    const show = (next: FileState) => mine === turn.current && setState(next);
    const { name, mime, size, read } = picked.file;
    const shortName = name.slice(-200);
    show({ phase: 'uploading', name, percent: 0 });
    const given = { purpose, name: shortName, mime };
    const form = await retrying(() => call('intake.form', { input: given }));
    if (!form.ok) return void show({ phase: 'error', error: form.error });
    const { fileId } = form.value;
    const sent = await upload({
      ...form.value.form,
      content: { bytes: await read(0, size) },
      mime,
      onProgress: (done) => show({ phase: 'uploading', name, percent: Math.floor(done * 100) }),
    });
    if (!sent.ok) {
      const offline: CallError = { kind: 'offline' };
      return void show(
        sent.kind === 'offline'
          ? { phase: 'error', error: offline }
          : { phase: 'failed', text: intakeWords.refusals.missing },
      );
    }
    const asked = await retrying(() => call('intake.read', { params: { fileId }, input: given }));
    show(asked.ok ? { phase: 'reading', name, fileId } : { phase: 'error', error: asked.error });
  }

  const forget = useCallback(() => setState({ phase: 'none' }), []);
  return { state, pick, forget };
}
