const kinds: Record<string, string> = {
  mp3: 'audio/mpeg', m4a: 'audio/mp4', aac: 'audio/aac', wav: 'audio/wav', webm: 'video/webm', mp4: 'video/mp4',
  png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', pdf: 'application/pdf', txt: 'text/plain',
  zip: 'application/zip', json: 'application/json',
}; // biome-ignore format: a table

/** The client knows a file by its name only. */
export const typeOf = (path: string): string =>
  kinds[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
