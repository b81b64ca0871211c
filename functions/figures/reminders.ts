import { figureOf } from '#shared/analytics/counted.ts';
import { rateOf } from '#shared/analytics/rate.ts';
import { mayShow } from '#shared/analytics/small-groups.ts';
import { reminderChannels } from '#shared/figures/names.ts';
import { type CountDeps, countIn, daysOf, totalOf, trendOf } from './counted.ts';
import type { PeriodDeps, Subject } from './period.ts';

export type ReminderDeps = PeriodDeps & CountDeps;

/** Whether reminders reach people, channel by channel. */
export async function remindersOf(deps: ReminderDeps, subject: Subject) {
  const days = await daysOf(deps, subject, 'reminders', subject.period);
  const cells = totalOf(days);
  const said = cells.said ?? 0;
  return {
    period: subject.period,
    said: mayShow(said) ? said : 0,
    reached: figureOf(countIn(cells, 'reached', 'said')),
    channels: reminderChannels.map((channel) => {
      const tried = cells[`tried_${channel}`] ?? 0;
      const sent = countIn(cells, `sent_${channel}`, `tried_${channel}`);
      const arrived = countIn(cells, `arrived_${channel}`, `receipt_${channel}`);
      const shows = mayShow(tried);
      return {
        channel,
        tried: shows ? tried : 0,
        sent: shows ? rateOf(sent) : null,
        arrived: mayShow(arrived.of) ? rateOf(arrived) : null,
        refused: shows ? (cells[`refused_${channel}`] ?? 0) : 0,
        unknown: shows ? (cells[`unknown_${channel}`] ?? 0) : 0,
      };
    }),
    trend: trendOf(days, subject.period, 'reached', 'said'),
  };
}
