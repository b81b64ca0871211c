/**
 * JSON, with whole numbers that JavaScript cannot hold as their digits: WeChat names messages by 64 bits.
 * Throws like `JSON.parse`.
 */
export function parseJson(text: string): unknown {
  const exactly = (_: string, value: unknown, context?: { source?: string }): unknown =>
    typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
      ? context?.source
      : value;
  return JSON.parse(text, exactly);
}
