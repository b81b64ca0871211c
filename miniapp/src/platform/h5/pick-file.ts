import { extensionsOf, mimeOf } from '../mimes.ts';
import type { Picked, PickFile, PickOptions } from '../pick-file.ts';

/** The input stays in the document while its window is open: some browsers drop one that nothing holds. */
export const pickFile: PickFile = (options) =>
  new Promise((done) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = [...options.mimes, ...extensionsOf(options.mimes).map((extension) => `.${extension}`)].join(',');
    input.style.display = 'none';
    document.body.append(input);
    const answer = (picked: Picked) => {
      input.remove();
      done(picked);
    };
    input.addEventListener('change', () => answer(fitting(input.files?.[0], options)));
    input.addEventListener('cancel', () => answer({ ok: false, reason: 'cancelled' }));
    input.click();
  });

function fitting(file: File | undefined, { mimes, maxBytes }: PickOptions): Picked {
  if (!file) return { ok: false, reason: 'cancelled' };
  // Windows says application/x-zip-compressed, and nothing at all for what it has no program for.
  const mime = mimes.includes(file.type) ? file.type : mimeOf(file.name);
  if (mime === undefined || !mimes.includes(mime)) return { ok: false, reason: 'unfit' };
  if (file.size > maxBytes) return { ok: false, reason: 'too_large' };
  if (file.size === 0) return { ok: false, reason: 'empty' };
  const { name, size } = file;
  const read = (position: number, length: number) => file.slice(position, position + length).arrayBuffer();
  return { ok: true, file: { name, mime, size, read } };
}
