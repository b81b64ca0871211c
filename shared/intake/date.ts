/** A day as people write it (2026/1/5, 2026年1月5日, 2026.01.05) as `2026-01-05`; undefined for anything else. */
export function dayOf(raw: string): string | undefined {
  const found = /^(\d{4})\s*[-/.\u5e74]\s*(\d{1,2})\s*[-/.\u6708]\s*(\d{1,2})\s*\u65e5?(?:[ T].*)?$/.exec(
    raw.normalize('NFKC').trim(),
  );
  if (found === null) return undefined;
  const [year, month, day] = found.slice(1).map(Number);
  const at = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  const real = at.getUTCFullYear() === year && at.getUTCMonth() + 1 === month && at.getUTCDate() === day;
  return real ? at.toISOString().slice(0, 10) : undefined;
}
