const dayMs = 86_400_000;

/** So many days from one on, written YYYY-MM-DD; the calendar has no zone. */
export const daysFrom = (day: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) =>
    new Date(Date.parse(`${day}T00:00:00Z`) + i * dayMs).toISOString().slice(0, 10),
  );
