/** The server's clock as far as this device knows it, so that a wrong device clock never matters. */
export type ServerTime = {
  /** `iso` is what the server wrote while the request was under way between the two device instants (ms). */
  learn(iso: string | undefined, sentAt: number, receivedAt: number): void;
  /** Milliseconds since 1970 by the server's clock. */
  now(): number;
};

export function createServerTime(deviceNow: () => number = Date.now): ServerTime {
  let offset = 0;
  return {
    learn(iso, sentAt, receivedAt) {
      const told = iso === undefined ? Number.NaN : Date.parse(iso);
      if (!Number.isNaN(told)) offset = told - (sentAt + receivedAt) / 2;
    },
    now: () => deviceNow() + offset,
  };
}
