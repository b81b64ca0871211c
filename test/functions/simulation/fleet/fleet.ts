import type { AppointmentTerms } from '#shared/interview/appointment.ts';
import { quietAround } from '#shared/schedule/quiet.ts';
import type { Stage } from '#test/functions/booking/stage.ts';
import type { Random } from '#test/functions/simulation/random.ts';
import type { createClock } from '#test/world/clock.ts';
import { problemsOfMessage } from './check.ts';
import type { createMemory } from './memory.ts';
import { minute } from './times.ts';

/** What somebody does at an instant; without an interview it happens to all. */
export type Act = { at: number; interviewId: string; what: string };
type Given = {
  stage: Stage;
  random: Random;
  memory: ReturnType<typeof createMemory>;
  clock: ReturnType<typeof createClock>;
};
export type Fleet = ReturnType<typeof createFleet>;

/** Interviews of one company and all that is still to happen to them. */
export function createFleet({ stage, random, memory, clock }: Given) {
  const { states } = memory;
  const seen = new Set<string>();
  const trace: string[] = [];
  const problems: string[] = [];
  const acts: Act[] = [];
  /** When the stream tells of a change. */
  const late = new Map<string, number>();
  let operations = 0;
  const say = (what: string): void => {
    trace.push(`${clock.now().toISOString()} ${what}`);
  };
  const now = () => clock.now().getTime();
  const agreedOf = (interviewId: string): AppointmentTerms => {
    const agreed = states.get(interviewId)?.terms.appointment;
    if (agreed === undefined) throw new Error('nothing agreed');
    return agreed;
  };

  stage.fake.onHanded((one) => {
    const state = one.job && states.get(one.job.interviewId);
    say(`  ${one.channel} ${one.job?.kind}@${one.job?.generation} ${one.mode} ${one.text.slice(0, 90)}`);
    problems.push(...problemsOfMessage(one, state, stage));
    if (one.job?.kind === 'reminder' && state !== undefined) {
      if (quietAround(one.at.toISOString(), agreedOf(state.interviewId)) === undefined) seen.add('reminded by day');
      else seen.add('reminded in quiet hours for want of another time');
    }
  });

  return {
    stage,
    random,
    memory,
    clock,
    seen,
    trace,
    problems,
    acts,
    late,
    /** Until when nothing of ours runs. */
    outage: { until: 0 },
    say,
    now,
    agreedOf,
    nextOperation() {
      operations += 1;
      return `operation-${operations}`;
    },
    plan(...more: Act[]) {
      acts.push(...more);
      acts.sort((a, b) => a.at - b.at);
    },
    /** The stream tells of it at once, or later, or twice. */
    changed(interviewId: string): void {
      const after = random.chance(0.85) ? 0 : random.below(12) * minute;
      if (after > 0) seen.add('stream late');
      late.set(interviewId, Math.min(late.get(interviewId) ?? Number.MAX_SAFE_INTEGER, now() + after));
    },
  };
}
