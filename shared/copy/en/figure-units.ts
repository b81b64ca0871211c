import type { CountedUnit } from '../zh/figures.ts';

const one: Record<CountedUnit, [string, string]> = {
  appointments: ['appointment', 'appointments'],
  people: ['person', 'people'],
  interviews: ['interview', 'interviews'],
  answers: ['answer', 'answers'],
  reminders: ['reminder', 'reminders'],
  checks: ['check', 'checks'],
};
export const unit = (which: CountedUnit, n?: string | number) => one[which][String(n) === '1' ? 0 : 1];
export const times = (n: number | string, single: string, many = `${single}s`) =>
  `${n} ${String(n) === '1' ? single : many}`;
