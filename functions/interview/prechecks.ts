import * as z from 'zod';
import type { Interviews } from '#functions/ports.ts';
import { deviceSchema } from '#shared/interview/device.ts';
import { precheckNames } from '#shared/interview/state.ts';

const storedSchema = z.object({
  at: z.string(),
  results: z.array(
    z.object({ check: z.enum(precheckNames), ok: z.boolean(), code: z.string(), value: z.number().optional() }),
  ),
  device: deviceSchema.optional(),
});

/** What the device checks of an interview found, in order. */
export async function prechecksOf(interviews: Interviews, company: string, interviewId: string) {
  const notes = await interviews.notes(company, interviewId, 'precheck#');
  return notes.map(({ value }) => storedSchema.parse(value));
}
