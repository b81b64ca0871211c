import * as z from 'zod';

/**
 * How an answer was spoken, for a reader to know and for nobody to score: an accent, a stammer or a slow voice say nothing
 * of what was said. Seconds are rounded to 0.01.
 */
export const speechContextSchema = z.object({
  /** Of the whole recording. */
  seconds: z.number().nonnegative(),
  /** From the first sound of a voice to the last, without the pauses; gaps between words belong to it. */
  speakingSeconds: z.number().nonnegative(),
  /** Silences of at least 1 s between two pieces of speech. What precedes the first word or follows the last is none. */
  pauses: z.object({
    count: z.number().int().nonnegative(),
    longestSeconds: z.number().nonnegative(),
    totalSeconds: z.number().nonnegative(),
    /** The longest twenty, in the order of the recording. */
    places: z.array(z.object({ at: z.number().nonnegative(), seconds: z.number().positive() })).max(20),
  }),
  /** In dB of full scale, over what was spoken; null where nobody spoke. */
  loudness: z.object({ meanDb: z.number(), rangeDb: z.number().nonnegative() }).nullable(),
  /** Han characters and words of other scripts, a minute of speaking; null without a transcript or with too little of it. */
  charactersPerMinute: z.number().nonnegative().nullable(),
  fillers: z.object({
    count: z.number().int().nonnegative(),
    /** The most frequent first. */
    words: z.array(z.object({ word: z.string(), count: z.number().int().positive() })),
  }),
  /** Silences of at least 5 s, those at the beginning and the end included. */
  longSilences: z.number().int().nonnegative(),
});
export type SpeechContext = z.infer<typeof speechContextSchema>;
