import { Unfit } from './file.ts';

/** UTF-8 with or without its mark, UTF-16 with it, else GB18030, which Chinese spreadsheets write. */
export function decodedText(bytes: Uint8Array): string {
  const mark = [...bytes.subarray(0, 2)].join(' ');
  if (mark === '255 254') return new TextDecoder('utf-16le').decode(bytes);
  if (mark === '254 255') return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (text.includes('\0')) throw new Unfit('unreadable');
      return text;
    } catch (error) {
      if (error instanceof Unfit) throw error;
    }
  }
  throw new Unfit('unreadable');
}
