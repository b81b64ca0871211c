import { resumeWords as english } from '../copy/en/resume-words.ts';
import { resumeWords as chinese } from '../copy/zh/resume-words.ts';
import { phoneOf } from './phone.ts';

export type ResumeFacts = { name: string | null; phone: string | null; email: string | null };

const email = /[A-Z0-9._%+-]{1,64}@[A-Z0-9-]+(?:\.[A-Z0-9-]+)+/i;
const call = /(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)/;
const han = /^\p{Script=Han}{2,4}(?:\u00b7\p{Script=Han}{1,6})?$/u;
const latin = /^[A-Z][a-z'-]+(?: [A-Z][a-z'-]*\.?){1,3}$/;

/** What a résumé's text says of whose it is: by labels first, else by where a name stands. A guess, for a person to correct. */
export function resumeFacts(text: string): ResumeFacts {
  const plain = text.normalize('NFKC');
  const called = phoneOf(call.exec(plain)?.[0] ?? '');
  return {
    name: labelled(plain) ?? atTheTop(plain) ?? null,
    phone: 'phone' in called ? called.phone : null,
    email: email.exec(plain)?.[0]?.toLowerCase() ?? null,
  };
}

function labelled(text: string): string | undefined {
  const labels = [...chinese.nameLabels, ...english.nameLabels].map((label) => [...label].join('\\s*')).join('|');
  const found = new RegExp(`(?:^|[\\s|])(?:${labels})\\s*[:\\s]\\s*([^\\n|,;]{2,40})`, 'im').exec(text)?.[1]?.trim();
  const first = found?.split(/\s{2,}|\t/)[0] ?? '';
  return nameIn(first) ?? nameIn(first.split(/\s/)[0] ?? '');
}

/** A résumé begins with the name, or with the word résumé and then the name. */
function atTheTop(text: string): string | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const pieces = lines
    .slice(0, 5)
    .flatMap((line) => [line, ...line.split(/\s{2,}|[|,\t]|\s-\s/), line.split(/\s/)[0] ?? '']);
  return pieces.map((piece) => nameIn(piece.trim())).find((name) => name !== undefined);
}

/** The piece where it is a name, a spaced one (for the looks of it) put together. */
function nameIn(piece: string): string | undefined {
  const joined = /^\p{Script=Han}(?:\s\p{Script=Han}){1,3}$/u.test(piece) ? piece.replace(/\s/g, '') : piece;
  const common = [...chinese.notNames, ...english.notNames].some((word) => joined.toLowerCase().includes(word));
  return !common && (han.test(joined) || latin.test(joined)) ? joined : undefined;
}
