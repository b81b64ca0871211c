type Shown = { keyPoint: string; quote: string };
type Quoted = { quote: string; keyPoints: string[] };

/** What was shown, by the words that showed it: one sentence may stand for several points. The order stays. */
export function byQuote(shown: readonly Shown[]): Quoted[] {
  const found = new Map<string, string[]>();
  for (const { quote, keyPoint } of shown) {
    const points = found.get(quote);
    if (points === undefined) found.set(quote, [keyPoint]);
    else if (!points.includes(keyPoint)) points.push(keyPoint);
  }
  return [...found].map(([quote, keyPoints]) => ({ quote, keyPoints }));
}
