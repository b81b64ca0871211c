/** What is left until an instant: whole minutes rounded up, and as 9:58. Undefined once it has passed. */
export function timeLeft(until: string, now: number): { minutes: number; clock: string } | undefined {
  const seconds = Math.ceil((Date.parse(until) - now) / 1000);
  if (seconds <= 0) return undefined;
  return {
    minutes: Math.ceil(seconds / 60),
    clock: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
  };
}
