import * as z from 'zod';
import type { Interviews } from '#functions/ports.ts';
import type { Output } from '#shared/contract/operations.ts';
import type { Recorded } from '#shared/interview/events.ts';

type Behaviour = Output<'report.review'>['behaviour'];

const seenSchema = z.object({ seen: z.array(z.object({ kind: z.string(), at: z.iso.datetime() })) });

/** What was observed around the answers of an attempt; null where the candidate did not agree to it. Never a score. */
export async function behaviourOf(
  interviews: Interviews,
  company: string,
  { interviewId, attempt, history }: { interviewId: string; attempt: number; history: Recorded[] },
): Promise<Behaviour> {
  const agreed = history.some(
    ({ event }) =>
      event.type === 'started' && event.data.consents.some((one) => one.purpose === 'behaviour' && one.granted),
  );
  if (!agreed) return null;
  const notes = await interviews.notes(company, interviewId, `behaviour#${attempt}#`);
  const seen = notes.flatMap(({ value }) => seenSchema.parse(value).seen).sort((a, b) => a.at.localeCompare(b.at));
  const times = (kind: string) => seen.filter((one) => one.kind === kind).length;
  return {
    leftApp: times('left_app'),
    awaySeconds: Math.round(awayMs(seen) / 1000),
    offline: times('offline'),
    cameraOff: times('camera_off'),
  };
}

/** From each leaving to the next coming back. Who never came back was away for nobody knows how long. */
function awayMs(seen: { kind: string; at: string }[]): number {
  let left: string | undefined;
  let away = 0;
  for (const { kind, at } of seen) {
    if (kind === 'left_app') left ??= at;
    if (kind === 'came_back' && left !== undefined) {
      away += Date.parse(at) - Date.parse(left);
      left = undefined;
    }
  }
  return away;
}
