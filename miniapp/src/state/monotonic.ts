let last = 0;
let offset = 0;

/**
 * Milliseconds that only run forward. Clients of WeChat without `performance` have the device's clock alone: set back, it
 * stands still here.
 */
export function monotonic(): number {
  if (typeof performance !== 'undefined' && typeof performance.now === 'function') return performance.now();
  const now = Date.now();
  if (now + offset < last) offset = last - now;
  last = now + offset;
  return last;
}
