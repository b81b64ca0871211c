import { slotsOf } from '#shared/schedule/slots.ts';
import { company, position } from '#test/functions/booking/people.ts';
import type { Act, Fleet } from './fleet.ts';
import { day, hour, minute, up } from './times.ts';

/** Some times to pick from, five interviews, and what will be done about them in the next days. */
export async function invite({ stage, random, memory: { ports }, late, now, plan }: Fleet): Promise<void> {
  const planned: Act[] = [];
  const first = up(now() + day);
  for (let d = 0; d < 3; d += 1) {
    const hours = [0, 6, 9, 13, 15, 23].filter(() => random.chance(0.6));
    for (const h of hours) {
      const from = new Date(first + d * day + h * hour + random.pick([0, 30]) * minute);
      const to = new Date(from.getTime() + hour);
      const offer = { positionId: position.positionId, minutes: 30, capacity: random.pick([1, 1, 2]) };
      await ports.slots.offer(company, slotsOf({ ...offer, from: from.toISOString(), to: to.toISOString() }));
    }
  }
  for (let i = 0; i < 5; i += 1) {
    const state = await stage.invite({
      settings: { booking: random.chance(0.75), deadlineHours: random.pick([24, 72, 100]) },
      mail: random.chance(0.7),
      wechat: random.chance(0.8),
      credits: random.below(3),
    });
    late.set(state.interviewId, now());
    const until = 5 * day;
    for (let n = 0; n < 7; n += 1) {
      const what = random.weighted({
        book: 7,
        again: 2,
        confirm: 1,
        start: 2,
        withdraw: 0.7,
        precheck: 0.7,
        help: 0.6,
        helped: 0.6,
        explain: 1.5,
        contest: 1,
        uphold: 1,
        extend: 0.3,
      });
      planned.push({
        at: up(now() + (n < 2 ? random.below(day) : random.below(until))),
        interviewId: state.interviewId,
        what,
      });
    }
  }
  for (let n = 0; n < 3; n += 1)
    planned.push({ at: up(now() + random.below(4 * day)), interviewId: '', what: 'fault' });
  if (random.chance(0.4)) planned.push({ at: up(now() + random.below(4 * day)), interviewId: '', what: 'outage' });
  if (random.chance(0.4)) planned.push({ at: up(now() + random.below(4 * day)), interviewId: '', what: 'close' });
  plan(...planned);
}
