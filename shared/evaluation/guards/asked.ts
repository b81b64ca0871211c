import { pairsOf } from '../key-point-terms.ts';
import type { Readable, Span } from '../normalise.ts';
import { plain } from '../normalise.ts';
import type { Flag } from '../report.ts';
import type { ScorerInput } from '../scorer.ts';

export type Question = ScorerInput['items'][number]['question'];

/** What a guard needs to know of the question, worked out once an answer. */
export type Asked = { promptPairs: Set<string>; keyPointPairs: Set<string>; keyPoints: string[][]; texts: string[] };

export function askedOf({ prompt, briefing, asked, keyPoints }: Question): Asked {
  const prompts = [prompt, briefing ?? '', ...(asked ?? [])];
  return {
    promptPairs: new Set(prompts.flatMap(pairsOf)),
    keyPointPairs: new Set(keyPoints.flatMap(pairsOf)),
    keyPoints: keyPoints.map(pairsOf),
    texts: [...prompts, ...keyPoints].map(plain),
  };
}

/** Looks at what is left of an answer and says what must give no evidence. Spans are of the readable text it was given. */
export type Guard = (source: Readable, asked: Asked) => { flag: Flag; spans: Span[] }[];

export const shareIn = (pairs: string[], known: Set<string>): number =>
  pairs.length === 0 ? 0 : pairs.filter((pair) => known.has(pair)).length / pairs.length;

export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
