/** What may be recorded or handed in, and how much of it. Free of zod: the mini-program reads it too. */
export const mediaTypes = {
  voice: ['audio/mpeg', 'audio/webm', 'audio/mp4'],
  video: ['video/mp4', 'video/webm'],
  file: ['application/pdf', 'image/png', 'image/jpeg', 'text/plain', 'application/zip'],
} as const;
export type MediaKind = keyof typeof mediaTypes;
export const mediaKinds = Object.keys(mediaTypes) as [MediaKind, ...MediaKind[]];

export const mediaLimits = {
  /** Bytes of one part: recordings go up piece by piece while they are made. */
  partBytes: { voice: 1_000_000, video: 5_000_000, file: 5_000_000 },
  parts: { voice: 300, video: 200, file: 4 },
  /** Seconds of one recording. A phone stops a voice recording at 600 and a video at 300. */
  seconds: { voice: 600, video: 300, file: 0 },
  /** Forms signed at once, and minutes for which they are good. */
  forms: 20,
  formMinutes: 60,
  /** Minutes for which a recording's address can be played. */
  playMinutes: 15,
  /** Bytes the pre-check sends to measure the network. */
  probeBytes: 262_144,
} as const;

export const isMediaType = (kind: MediaKind, mime: string): boolean =>
  (mediaTypes[kind] as readonly string[]).includes(mime);

/** A clip's id: the opening it was made in, and its number there. The phone makes it; it is never a capability. */
export const clipIdPattern = /^\d{1,4}-\d{1,3}$/;
export const clipIdOf = (epoch: number, n: number): string => `${epoch}-${n}`;
export const clipEpoch = (clipId: string): number => Number(clipId.split('-')[0]);
