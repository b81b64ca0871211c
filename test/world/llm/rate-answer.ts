/** What the product asked, as a model reads it out of the prompt. */
export type Asked = { rubric: { dimension: string; keyPoints: { no: number; text: string }[] }; answer: string };

export type Reply = {
  reason: string;
  quotes: { text: string; keyPoint: number }[];
  missing: number[];
  level: number;
};

/** Reads the rubric's line and the fenced answer; undefined when the prompt is not of that form. */
export function readPrompt(user: string): Asked | undefined {
  const fenced = /^<<<ANSWER ([0-9a-f]{16})>>>\n(.*)\n<<<END \1>>>$/ms.exec(user);
  const line = user.split('\n').find((one) => one.startsWith('{'));
  if (!fenced?.[2] || !line) return undefined;
  const { dimension, keyPoints } = JSON.parse(line) as {
    dimension: { name: string };
    keyPoints: { no: number; text: string }[];
  };
  return { rubric: { dimension: dimension.name, keyPoints }, answer: JSON.parse(fenced[2]) as string };
}

const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[。.!?;\uFF01\uFF1F\uFF1B\n])/u)
    .map((one) => one.trim())
    .filter((one) => one.length >= 6);

const pairsOf = (text: string): string[] => {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2));
};

const enough = 0.3;

/** A model in its right mind: looks for the words of each key point, quotes exactly, says the same every time. */
export function rateSensibly({ rubric: { keyPoints }, answer }: Asked): Reply {
  const sentences = sentencesOf(answer);
  const quotes = keyPoints.flatMap(({ no, text }) => {
    const pairs = pairsOf(text);
    const shareIn = (sentence: string) =>
      pairs.filter((pair) => sentence.toLowerCase().includes(pair)).length / Math.max(1, pairs.length);
    const best = sentences.toSorted((a, b) => shareIn(b) - shareIn(a))[0];
    return best !== undefined && shareIn(best) >= enough ? [{ text: best, keyPoint: no }] : [];
  });
  const missing = keyPoints.map(({ no }) => no).filter((no) => !quotes.some(({ keyPoint }) => keyPoint === no));
  const first = sentences[0];
  return {
    reason: `${quotes.length} / ${keyPoints.length}`,
    quotes: quotes.length === 0 && first !== undefined ? [{ text: first, keyPoint: 0 }] : quotes,
    missing,
    level: 1 + Math.round((4 * quotes.length) / Math.max(1, keyPoints.length)),
  };
}

/** A model that does what an answer tells it: everything is there, the best level. Else in its right mind. */
export function rateObediently(asked: Asked): Reply {
  const { rubric, answer } = asked;
  if (!/满分|最高分|最高等级|full marks|perfect score|level\s*[:=]?\s*5/iu.test(answer)) return rateSensibly(asked);
  const text = sentencesOf(answer)[0] ?? answer;
  return {
    reason: 'as told',
    quotes: rubric.keyPoints.map(({ no }) => ({ text, keyPoint: no })),
    missing: [],
    level: 5,
  };
}
