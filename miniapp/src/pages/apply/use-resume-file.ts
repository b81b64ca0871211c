import { useState } from 'react';
import { pickFile } from '#platform/pick-file.ts';
import { upload } from '#platform/upload.ts';
import { fileTypes, intakeLimits } from '#shared/intake/files.ts';
import { call } from '../../api/call.ts';
import { retrying } from '../../api/retry.ts';
import { copy } from '../../copy.ts';
import { sentenceOf } from '../../state/sentence.ts';

type Given = { fileId: string; name: string; mime: string };

/** A stranger's résumé: chosen and sent up at once, handed in with the application. */
export function useResumeFile(linkId: string) {
  const words = copy.apply;
  const [file, setFile] = useState<Given>();
  const [state, setState] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function pick(): Promise<void> {
    const picked = await pickFile({ mimes: [...fileTypes.resume], maxBytes: intakeLimits.bytes });
    if (!picked.ok) {
      const { reason } = picked;
      if (reason === 'cancelled') return;
      const known = reason === 'too_large' || reason === 'empty' || reason === 'unfit';
      return setState(words.picking[known ? reason : 'other']);
    }
    const { mime, size, read } = picked.file;
    const name = picked.file.name.slice(-200);
    setBusy(true);
    setState(words.uploading(0));
    setState(await sendUp());
    setBusy(false);

    async function sendUp(): Promise<string> {
      const form = await retrying(() => call('apply.form', { params: { linkId }, input: { name, mime } }));
      if (!form.ok) return sentenceOf(form.error);
      const sent = await upload({
        ...form.value.form,
        content: { bytes: await read(0, size) },
        mime,
        onProgress: (done) => setState(words.uploading(Math.floor(done * 100))),
      });
      if (!sent.ok) return words.failed;
      setFile({ fileId: form.value.fileId, name, mime });
      return words.uploaded(name);
    }
  }

  return {
    file,
    state,
    busy,
    pick,
    drop() {
      setFile(undefined);
      setState(undefined);
    },
  };
}
