/** Days are `2026-03-01`, and counted in UTC, where none has 23 hours. */
const dayMs = 86_400_000;
const two = (n: number) => String(n).padStart(2, '0');

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** By the clock of whoever looks. */
export function dayAt(at: number): string {
  const day = new Date(at);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

export type Quarter = { year: number; quarter: number };
export const quarterCode = ({ year, quarter }: Quarter): string => `${year}-Q${quarter}`;

export function quarterOf(day: string): Quarter {
  const [year = '2000', month = '1'] = day.split('-');
  return { year: Number(year), quarter: Math.floor((Number(month) + 2) / 3) };
}

export function quartersUntil(day: string, how: number): Quarter[] {
  const { year, quarter } = quarterOf(day);
  return Array.from({ length: how }, (_, back) => {
    const at = year * 4 + quarter - 1 - back;
    return { year: Math.floor(at / 4), quarter: (at % 4) + 1 };
  });
}
