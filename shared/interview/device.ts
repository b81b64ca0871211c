import * as z from 'zod';

/** What an interview is taken on. */
export const deviceSchema = z.object({
  platform: z.enum(['ios', 'android', 'desktop', 'other']),
  network: z.enum(['wifi', 'cellular', 'unknown']),
});
