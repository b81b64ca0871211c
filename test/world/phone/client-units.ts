/** Lengths of the real client in the terms of the simulated phone: rpx, vh of a page under its bars, the safe area. */
export function clientUnits(value: string): string {
  return value
    .replace(/(-?[\d.]+)rpx\b/g, (_, n: string) => `${Number(((Number(n) / 750) * 100).toFixed(4))}vw`)
    .replace(/(-?[\d.]+)vh\b/g, (_, n: string) => `calc(${n} * var(--page-vh, 1vh))`)
    .replace(/(?:env|constant)\(\s*safe-area-inset-(top|bottom|left|right)(?:\s*,[^)]*)?\)/g, 'var(--safe-$1, 0px)');
}
