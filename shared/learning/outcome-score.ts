type Known = {
  retention: 'there' | 'left' | null;
  probation: 'passed' | 'failed' | null;
  performance: number | null;
};

/**
 * How well it went with somebody, 0-1, as weights learn it: the mean of what is known of staying, probation and performance
 * (1-5). Null where nothing is.
 */
export function outcomeScore({ retention, probation, performance }: Known): number | null {
  const parts = [
    retention === null ? null : Number(retention === 'there'),
    probation === null ? null : Number(probation === 'passed'),
    performance === null ? null : (performance - 1) / 4,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0) / parts.length;
}
