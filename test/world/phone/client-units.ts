/** Lengths of the real client in the terms of the simulated phone: rpx, vh of a page under its bars, the safe area. */
export function clientUnits(value: string): string {
  return value
    .replace(/(-?[\d.]+)rpx\b/g, 'calc($1 * 100vw / 750)')
    .replace(/(-?[\d.]+)[dsl]?vh\b/g, 'calc($1 * var(--page-vh, 1vh))')
    .replace(/(?:env|constant)\(\s*safe-area-inset-(top|bottom|left|right)(?:\s*,[^)]*)?\)/g, 'var(--safe-$1, 0px)');
}
