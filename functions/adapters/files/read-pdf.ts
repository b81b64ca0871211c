import { extractText, getDocumentProxy } from 'unpdf';
import { type FileLimits, Unfit } from './file.ts';

/** `no_text`: a scan is a picture of text. */
export async function readPdf(bytes: Uint8Array, { pages }: FileLimits): Promise<string> {
  const document = await getDocumentProxy(bytes, { verbosity: 0 }).catch((error: unknown) => {
    throw new Unfit(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'unreadable');
  });
  if (document.numPages > pages) throw new Unfit('too_large');
  const { text } = await extractText(document, { mergePages: false }).catch(() => {
    throw new Unfit('unreadable');
  });
  return text.join('\n\n');
}
