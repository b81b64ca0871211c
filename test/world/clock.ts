import { Temporal } from 'temporal-polyfill';

/** The world's clock. It runs on by itself unless frozen, can be turned forward, and never goes back. */
export type WorldClock = {
  now(): Date;
  /** Turns the clock forward by an ISO 8601 duration (`PT24H`, `P3D`, `P1M` counted in UTC) and tells the listeners. */
  advance(iso8601Duration: string): Date;
  /** Turns the clock to an instant that is not earlier than now. */
  set(instant: Date): void;
  /** Called after every `advance` and `set`, with the new time. Returns the way to stop listening. */
  onTurn(listener: (now: Date) => void): () => void;
};

export class ClockError extends Error {
  readonly code: 'clock_backwards' | 'bad_duration' | 'bad_instant';

  constructor(code: ClockError['code'], message: string) {
    super(message);
    this.name = 'ClockError';
    this.code = code;
  }
}

/** `start` defaults to the real time; from there the clock runs on in real time, or stands still when `frozen`. */
export function createClock({ start, frozen = false }: { start?: Date; frozen?: boolean } = {}): WorldClock {
  if (start && Number.isNaN(start.getTime())) throw new ClockError('bad_instant', 'start is not a valid date');
  let base = start ? start.getTime() : Date.now();
  let basedAt = performance.now();
  const listeners = new Set<(now: Date) => void>();

  // The monotonic counter, not Date.now(): a correction of the machine's time must not turn the world back.
  const read = () => (frozen ? base : base + Math.floor(performance.now() - basedAt));

  function turn(to: number) {
    base = to;
    basedAt = performance.now();
    for (const listener of [...listeners]) listener(new Date(base));
  }

  return {
    now: () => new Date(read()),
    advance(iso8601Duration) {
      const from = read();
      const to = afterDuration(from, iso8601Duration);
      if (to < from) throw new ClockError('clock_backwards', `${iso8601Duration} would turn the clock back`);
      turn(to);
      return new Date(to);
    },
    set(instant) {
      const to = instant.getTime();
      if (Number.isNaN(to)) throw new ClockError('bad_instant', 'not a valid date');
      if (to < read()) throw new ClockError('clock_backwards', `${instant.toISOString()} is earlier than the clock`);
      turn(to);
    },
    onTurn(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function afterDuration(from: number, iso8601Duration: string): number {
  try {
    const duration = Temporal.Duration.from(iso8601Duration);
    return Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO('UTC').add(duration).epochMilliseconds;
  } catch (cause) {
    throw new ClockError('bad_duration', `not an ISO 8601 duration: ${iso8601Duration} (${String(cause)})`);
  }
}
