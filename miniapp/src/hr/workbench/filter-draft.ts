import type { InterviewStatus } from '#shared/interview/state.ts';
import { type Filter, filled } from './filter.ts';

/** A filter while it is written: every box as it stands, empty where nothing is asked. */
export type Draft = {
  department: string;
  positionId: string;
  status: InterviewStatus | '';
  from: string;
  to: string;
  scoreFrom: string;
  scoreTo: string;
};

const dayMs = 86_400_000;
const two = (n: number) => String(n).padStart(2, '0');

export const draftOf = (filter: Filter): Draft => ({
  department: filter.department ?? '',
  positionId: filter.positionId ?? '',
  status: filter.status ?? '',
  from: filter.from ?? '',
  to: filter.to ?? '',
  scoreFrom: filter.scoreFrom === undefined ? '' : String(filter.scoreFrom),
  scoreTo: filter.scoreTo === undefined ? '' : String(filter.scoreTo),
});

/** What is wrong with it, by the name of the sentence that says so. */
export function problemOf({ from, to, scoreFrom, scoreTo }: Draft): 'dateWrong' | 'scoreWrong' | undefined {
  if (![from, to].every(isDayOrNone) || (from !== '' && to !== '' && from > to)) return 'dateWrong';
  const wrong = [scoreFrom, scoreTo].some((one) => one !== '' && !(/^\d{1,3}$/.test(one) && Number(one) <= 100));
  const swapped = scoreFrom !== '' && scoreTo !== '' && Number(scoreFrom) > Number(scoreTo);
  return wrong || swapped ? 'scoreWrong' : undefined;
}

/** The queue and the name stay as they were: they have places of their own. */
export const read = ({ queue, name }: Filter, draft: Draft): Filter =>
  filled({
    queue,
    name,
    department: draft.department || undefined,
    positionId: draft.positionId || undefined,
    status: draft.status || undefined,
    from: draft.from || undefined,
    to: draft.to || undefined,
    scoreFrom: draft.scoreFrom === '' ? undefined : Number(draft.scoreFrom),
    scoreTo: draft.scoreTo === '' ? undefined : Number(draft.scoreTo),
  });

/** The last days, today included, by the clock of whoever looks. */
export const lastDays = (now: number, days: number): { from: string; to: string } => ({
  from: dayAt(now - (days - 1) * dayMs),
  to: dayAt(now),
});

function dayAt(at: number): string {
  const day = new Date(at);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

function isDayOrNone(text: string): boolean {
  if (text === '') return true;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
