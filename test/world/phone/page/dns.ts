/** Which hosts the mini-program may call, and where they are on this machine. */
let legal: string[] = [];

/** @param origins the origins registered for the mini-program; all but loopback ones are found at the world's own */
export function setLegalOrigins(origins: string[]): void {
  legal = origins;
}

/** @returns undefined where the host is not on the mini-program's list */
export function resolveHost(written: string): URL | undefined {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url || !legal.includes(url.origin)) return undefined;
  if (/^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)) return url;
  return new URL(url.pathname + url.search, location.origin);
}
