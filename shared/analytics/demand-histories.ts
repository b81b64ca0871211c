import type { Lesson } from './lesson.ts';
import type { DemandAsked } from './vacancy-rates.ts';

/** A requisition as far as demand looks at it; `month`: `YYYY-MM` of its opening, where the company is. */
type Opened = { positionId: string; month: string; vacancies: number; headcount: number };

const indexOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/**
 * Vacancies month by month, from each position's first to the last whole one. `now`: the month that is still running.
 * Positions that opened nothing before it have no history.
 */
export function demandHistories(opened: readonly Opened[], now: string): DemandAsked {
  const last = indexOf(now) - 1;
  const past = opened.filter(({ month }) => indexOf(month) <= last);
  const histories = [...Map.groupBy(past, ({ positionId }) => positionId)].map(([positionId, own]) => {
    const ordered = own.toSorted((a, b) => a.month.localeCompare(b.month));
    const first = indexOf(ordered[0]?.month ?? now);
    const monthly = Array.from({ length: last - first + 1 }, () => 0);
    for (const { month, vacancies } of own) {
      const at = indexOf(month) - first;
      monthly[at] = (monthly[at] ?? 0) + vacancies;
    }
    return { positionId, monthly, headcount: ordered.at(-1)?.headcount ?? 0 };
  });
  return { histories, last: (last % 12) + 1 };
}

/** Interviews of a position below which the company's own rate speaks for it. */
const enough = 30;

/** The share of those invited who were hired, of a position or, where it has few, of the company; null: nobody was. */
export function hiredPerInvited(lessons: readonly Lesson[], positionId: string): number | null {
  const own = lessons.filter((one) => one.positionId === positionId);
  const from = own.length >= enough ? own : lessons;
  const hired = from.filter((one) => one.hired).length;
  return hired === 0 ? null : hired / from.length;
}

/** How many were passed over for a position and are still there to be asked. */
export function pooledFor(lessons: readonly Lesson[], positionId: string): number {
  const gone = new Set(lessons.filter(({ hired }) => hired).map(({ candidateId }) => candidateId));
  return lessons.filter((one) => one.positionId === positionId && one.pooled && !gone.has(one.candidateId)).length;
}
