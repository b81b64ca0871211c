import { aheadOf } from '../interview/ahead.ts';
import type { AppointmentTerms } from '../interview/appointment.ts';
import type { InterviewState } from '../interview/state.ts';
import { plusMinutes } from '../interview/windows.ts';
import { limits } from '../limits.ts';
import { quietAround } from './quiet.ts';

type Made = { madeAt: string; at: string };

/** Minutes by which something comes before the quiet hours that it would fall into. */
const spare = 10;

/**
 * When it is asked whether somebody will rather not come, while there is still time to help: some hours before, and before
 * the quiet hours where that would be in them. Undefined where the time was agreed on later than that.
 */
export function foreseeAt(
  { madeAt, at }: Made,
  agreed: Pick<AppointmentTerms, 'quiet' | 'timeZone'>,
): string | undefined {
  const usual = plusMinutes(at, -limits.analytics.noShow.aheadMinutes);
  const quiet = quietAround(usual, agreed);
  const asked = quiet === undefined ? usual : plusMinutes(quiet.from, -spare);
  return asked > madeAt ? asked : undefined;
}

/** The same of the time an interview has ahead, where its company wants it. */
export function foreseenAt(state: InterviewState): string | undefined {
  const agreed = state.terms.appointment;
  if (!agreed?.foresee || (state.status === 'invited' && agreed.asked)) return undefined;
  const ahead = aheadOf(state);
  return ahead && foreseeAt({ madeAt: ahead.since, at: ahead.at }, agreed);
}
