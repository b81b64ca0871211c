import type { Clock, Directory } from '#functions/ports.ts';
import { demandHistories, hiredPerInvited, pooledFor } from '#shared/analytics/demand-histories.ts';
import { forecastDemand } from '#shared/analytics/forecast-demand.ts';
import type { Lesson } from '#shared/analytics/lesson.ts';
import { dateIn } from '#shared/application/workbench-places.ts';
import type { LearnedValue } from '#shared/contract/learned.ts';
import { effectiveSettings } from '#shared/settings.ts';

type Deps = { directory: Directory; clock: Clock };

/** `2026-11`, by the company's clock. */
const monthLength = 7;
const yearMonths = 12;

/** Vacancies of the coming months, position by position, and who of the pool could be asked. */
export async function learnDemand(
  { directory, clock }: Deps,
  company: string,
  lessons: readonly Lesson[],
): Promise<LearnedValue<'demand'>> {
  const [requisitions, owner] = await Promise.all([directory.requisitions(company), directory.company(company)]);
  const { timeZone } = effectiveSettings(owner?.settings);
  const monthOf = (at: string) => dateIn(timeZone, at).slice(0, monthLength);
  const asked = demandHistories(
    requisitions.map(({ positionId, openedAt, vacancies, headcount }) => ({
      positionId,
      month: monthOf(openedAt),
      vacancies,
      headcount,
    })),
    monthOf(clock.now().toISOString()),
  );
  const found = forecastDemand(asked);
  if (found.state === 'insufficient') return found;
  return {
    ...found,
    forecasts: found.forecasts.map((one) => ({
      ...one,
      recent: (asked.histories.find(({ positionId }) => positionId === one.positionId)?.monthly ?? []).slice(
        -yearMonths,
      ),
      hiredPerInvited: hiredPerInvited(lessons, one.positionId),
      pooled: pooledFor(lessons, one.positionId),
    })),
  };
}
