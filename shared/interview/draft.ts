import * as z from 'zod';

/** One question's answer as it stands: the bubbles sent, what is being typed, and whether the candidate called it done. */
export const draftContentSchema = z.object({
  sent: z.array(z.string()).max(200),
  typing: z.string(),
  done: z.boolean(),
});
export type DraftContent = z.infer<typeof draftContentSchema>;

/** As the store holds it. A sealed draft belongs to an attempt that has ended. */
export type Draft = { questionId: string; number: number; content: DraftContent; savedAt: string; sealed: boolean };
