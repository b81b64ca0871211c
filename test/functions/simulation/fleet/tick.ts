import type { InterviewState } from '#shared/interview/state.ts';
import { closesAt, graceEndsAt, plusMinutes } from '#shared/interview/windows.ts';
import { quietAround } from '#shared/schedule/quiet.ts';
import { openReminders } from '#shared/schedule/reminders.ts';
import type { Fleet } from './fleet.ts';

/** The minute's tick, at times twice at once. */
export async function tick(fleet: Fleet): Promise<void> {
  const { stage, random, memory, clock, seen, problems, say, changed } = fleet;
  const { states } = memory;
  const versions = new Map([...states].map(([itv, { version }]) => [itv, version]));
  const failures: unknown[] = [];
  const sweeps = random.chance(0.15) ? 2 : 1;
  if (sweeps === 2) seen.add('duplicate tick');
  const at = clock.now();
  await Promise.all(Array.from({ length: sweeps }, () => stage.tick((error) => failures.push(error))));
  problems.push(...failures.map((error) => `the tick failed: ${String(error)}`));
  for (const [itv, state] of states) {
    if (state.version !== versions.get(itv)) changed(itv);
    const fresh = memory.historyOf(itv).slice(versions.get(itv));
    for (const { event } of fresh) {
      seen.add(event.type === 'lapsed' ? `lapsed ${event.data.to} ${event.data.excuse ?? 'no excuse'}` : event.type);
      say(`${itv} ${event.type} ${JSON.stringify(event.data)}`);
    }
    problems.push(...passedOver(fleet, state, at));
  }
}

/** What this tick should have seen to and did not. */
function passedOver({ seen, agreedOf }: Fleet, state: InterviewState, at: Date): string[] {
  const { interviewId: itv } = state;
  const missed: string[] = [];
  const waits = state.status === 'invited' || state.status === 'scheduled';
  if (waits && at > new Date(graceEndsAt(closesAt(state), state.terms))) missed.push('its no-show');
  const { noShow, terms } = state;
  if (noShow !== null && noShow.explainedAt === null && noShow.alarmedAt === null && state.status === 'no_show') {
    if (at > new Date(plusMinutes(noShow.at, terms.appointment?.handleMinutes ?? 0)))
      missed.push('its waiting no-show');
  }
  const due = openReminders(state).filter((one) => new Date(one.at) <= at);
  if (due.length > 0) {
    // After the quiet hours they leave over some minutes.
    const quiet = [0, -5].map((minutes) => quietAround(plusMinutes(at.toISOString(), minutes), agreedOf(itv)));
    if (quiet.every((one) => one === undefined)) missed.push(`reminder ${due[0]?.minutes}`);
    else seen.add('late reminder waits for the day');
  }
  return missed.map((what) => `${itv}: the tick at ${at.toISOString()} passed over ${what}`);
}
