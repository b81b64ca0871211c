import * as z from 'zod';
import { jsonOf } from '../endpoint/post.ts';
import { spanOfQuote, type VisibleAnswer } from './visible-answer.ts';

/**
 * What one sample says, checked: `quotes` as spans of the visible answer, so that it holds none of the candidate's words.
 * `keyPoint` counts from 1; 0 stands for the dimension itself. `dropped`: quotes that are not in the answer.
 */
export const ratingSchema = z.object({
  level: z.number().int().min(1).max(5),
  quotes: z.array(z.object({ keyPoint: z.number().int(), start: z.number().int(), end: z.number().int() })),
  dropped: z.number().int(),
});
export type Rating = z.infer<typeof ratingSchema>;

/** What the model is asked to write. `reason` makes it think before the level; it is read by nobody and kept nowhere. */
const replySchema = z.object({
  reason: z.string().optional(),
  quotes: z.array(z.object({ text: z.string(), keyPoint: z.number().int() })).max(40),
  missing: z.array(z.number().int()).optional(),
  level: z.number().int().min(1).max(5),
});

const integer = { type: 'integer' };
export const replyJsonSchema = {
  name: 'rating',
  schema: {
    type: 'object',
    properties: {
      reason: { type: 'string' },
      quotes: {
        type: 'array',
        items: {
          type: 'object',
          properties: { text: { type: 'string' }, keyPoint: integer },
          required: ['text', 'keyPoint'],
          additionalProperties: false,
        },
      },
      missing: { type: 'array', items: integer },
      level: { type: 'integer', enum: [1, 2, 3, 4, 5] },
    },
    required: ['reason', 'quotes', 'missing', 'level'],
    additionalProperties: false,
  },
};

/** A model's reply as a rating; undefined when it is not what was asked for. A quote that is not in the answer is dropped. */
export function ratingOf(text: string, answer: VisibleAnswer, keyPoints: number): Rating | undefined {
  const parsed = replySchema.safeParse(jsonOf(bareJson(text)));
  if (!parsed.success) return undefined;
  const { level, quotes } = parsed.data;
  const found = quotes.map(({ text: quote, keyPoint }) => ({ keyPoint, span: spanOfQuote(answer, quote) }));
  const kept = found.flatMap(({ keyPoint, span }) =>
    span && keyPoint >= 0 && keyPoint <= keyPoints ? [{ keyPoint, ...span }] : [],
  );
  return { level, quotes: kept, dropped: quotes.length - kept.length };
}

/** Without a model's thoughts before the JSON and the fence it may put around it. */
function bareJson(text: string): string {
  const said = text.replace(/^[\s\S]*<\/think>/u, '');
  return said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1);
}
