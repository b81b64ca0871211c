import { extensionsOf, mimeOf } from '../mimes.ts';
import {
  misfit,
  onlyOne,
  type Picked,
  type PickedFiles,
  type PickFile,
  type PickFiles,
  type PickOptions,
} from '../pick-file.ts';

/** The input stays in the document while its window is open: some browsers drop one that nothing holds. */
export const pickFiles: PickFiles = ({ most, ...options }) =>
  new Promise((done) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = most > 1;
    input.accept = [...options.mimes, ...extensionsOf(options.mimes).map((extension) => `.${extension}`)].join(',');
    input.style.display = 'none';
    document.body.append(input);
    const answer = (picked: PickedFiles) => {
      input.remove();
      done(picked);
    };
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].slice(0, most);
      answer(files.length === 0 ? cancelled : { ok: true, files: files.map((file) => fitting(file, options)) });
    });
    input.addEventListener('cancel', () => answer(cancelled));
    input.click();
  });

export const pickFile: PickFile = async (options) => onlyOne(await pickFiles({ ...options, most: 1 }));

const cancelled: PickedFiles = { ok: false, reason: 'cancelled' };

function fitting(file: File, options: PickOptions): Picked & { name: string } {
  const { name, size } = file;
  // Windows says application/x-zip-compressed, and nothing at all for what it has no program for.
  const mime = options.mimes.includes(file.type) ? file.type : mimeOf(name);
  const reason = misfit({ mime, size }, options);
  if (mime === undefined || reason !== undefined) return { ok: false, reason: reason ?? 'unfit', name };
  const read = (position: number, length: number) => file.slice(position, position + length).arrayBuffer();
  return { ok: true, name, file: { name, mime, size, read } };
}
