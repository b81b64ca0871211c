import * as z from 'zod';
import { clipIdSchema, clipStateSchema } from '../interview/draft.ts';
import { mediaKinds, mediaLimits } from '../interview/media.ts';
import { candidateErrors, instant, interviewParams, operation, windowErrors } from './operation.ts';

const clipParams = interviewParams.extend({ clipId: clipIdSchema });
const questionId = z.string().max(20);
const mime = z.string().max(60);

/** A presigned POST: the fields go first and as they are, `file` last. */
export const formSchema = z.object({
  url: z.url(),
  fields: z.record(z.string(), z.string()),
  maxBytes: z.number().int(),
});

/** What became of a clip that was handed in whole. */
export const clipViewSchema = z.object({
  clipId: clipIdSchema,
  questionId,
  kind: z.enum(mediaKinds),
  mime,
  seconds: z.number(),
  name: z.string().nullable(),
  state: clipStateSchema,
  /** What was heard, for the candidate to correct; `sure` is false where the recogniser was not. */
  transcript: z.object({ text: z.string(), sure: z.boolean() }).nullable(),
});

export const clipOperations = {
  'clip.forms': operation({
    role: 'candidate',
    params: interviewParams,
    /** `from`: the first part wanted, from 0. Asking again, and sending a part again, does no harm. */
    input: z.object({
      clipId: clipIdSchema,
      questionId,
      kind: z.enum(mediaKinds),
      mime,
      from: z.number().int().nonnegative(),
      count: z.number().int().positive().max(mediaLimits.forms),
    }),
    output: z.object({ forms: z.array(formSchema.extend({ part: z.number().int() })), expiresAt: instant }),
    errors: [...candidateErrors, ...windowErrors, 'media_not_allowed'],
  }),
  'clip.close': operation({
    role: 'candidate',
    params: clipParams,
    input: z.object({
      attempt: z.number().int().positive(),
      questionId,
      kind: z.enum(mediaKinds),
      mime,
      seconds: z.number().min(0).max(mediaLimits.seconds.voice),
      parts: z.number().int().positive().max(mediaLimits.parts.voice),
      bytes: z.number().int().positive(),
      name: z.string().max(120).optional(),
      /** Times the recording was broken off by a call or by leaving the app. */
      interruptions: z.number().int().nonnegative().max(100),
    }),
    output: clipViewSchema,
    errors: [...candidateErrors, ...windowErrors, 'media_not_allowed', 'clip_conflict'],
  }),
  'clip.get': operation({
    role: 'candidate',
    params: clipParams,
    /** `url` plays the recording for some minutes; null until it is put together. */
    output: clipViewSchema.extend({ url: z.url().nullable() }),
    errors: candidateErrors,
  }),
};
