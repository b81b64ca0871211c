/** Kinds of files by the ends of their names; a client of WeChat gives no other sign, and browsers miss some. */
const kinds: Record<string, string> = {
  pdf: 'application/pdf',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  txt: 'text/plain',
  zip: 'application/zip',
  mp3: 'audio/mpeg',
  webm: 'video/webm',
  mp4: 'video/mp4',
};

export const mimeOf = (name: string): string | undefined => kinds[name.split('.').at(-1)?.toLowerCase() ?? ''];

export const extensionsOf = (mimes: string[]): string[] =>
  Object.entries(kinds)
    .filter(([, mime]) => mimes.includes(mime))
    .map(([extension]) => extension);

/** Without a dot; `bin` for what is not known. */
export const extensionOf = (mime: string): string =>
  Object.entries(kinds).find(([, kind]) => kind === mime.split(';')[0])?.[0] ?? 'bin';
