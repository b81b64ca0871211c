export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The next whole minute: when a tick comes. */
export const up = (at: number): number => Math.ceil(at / minute) * minute;
