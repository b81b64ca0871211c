import * as z from 'zod';
import { clipIdPattern, mediaKinds, mediaLimits } from './media.ts';

export const clipIdSchema = z.string().regex(clipIdPattern);

/** 'none': nobody writes recordings down here; HR listens. */
export const clipStateSchema = z.enum(['transcribing', 'ready', 'none', 'failed']);

/** A recording or a file among the bubbles of an answer. Its bytes lie elsewhere, in `parts` parts. */
export const clipSchema = z.object({
  clipId: clipIdSchema,
  kind: z.enum(mediaKinds),
  mime: z.string().max(60),
  /** Length of a recording; 0 for a file. */
  seconds: z.number().min(0).max(mediaLimits.seconds.voice),
  parts: z.number().int().positive().max(mediaLimits.parts.voice),
  bytes: z.number().int().positive(),
  /** A file's own name. */
  name: z.string().max(120).optional(),
  /** What was said, as the candidate read and confirmed it. */
  text: z.string().optional(),
});
export type Clip = z.infer<typeof clipSchema>;

/** One thing said: words, or a clip. */
export const bubbleSchema = z.union([z.string(), clipSchema]);
export type Bubble = z.infer<typeof bubbleSchema>;

/** One question's answer as it stands: the bubbles sent, what is being typed, and whether the candidate called it done. */
export const draftContentSchema = z.object({
  sent: z.array(bubbleSchema).max(200),
  typing: z.string(),
  done: z.boolean(),
  /** Seconds spent on the answer while it was open, by the device's own running clock; where the question is timed. */
  seconds: z.number().nonnegative().optional(),
});
export type DraftContent = z.infer<typeof draftContentSchema>;

/** As the store holds it. A sealed draft belongs to an attempt that has ended. */
export type Draft = { questionId: string; number: number; content: DraftContent; savedAt: string; sealed: boolean };
