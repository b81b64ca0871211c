import { type Asked, askedOf, type Question } from './guards/asked.ts';
import { type KeyPointTerms, termsOf, weigher } from './key-point-terms.ts';
import { type Topic, topicOf } from './measure.ts';
import { plain } from './normalise.ts';

/** All that is worked out from a question alone. */
export type Prepared = { asked: Asked; topic: Topic; terms: Map<string, KeyPointTerms> };

const most = 200;
const known = new Map<string, Prepared>();

/** The same for every candidate, so the last ones are kept; the texts are the key, hence nothing is ever out of date. */
export function prepared(question: Question): Prepared {
  const texts = [question.prompt, question.briefing ?? '', ...question.keyPoints];
  const key = JSON.stringify([texts, question.asked ?? []]);
  const before = known.get(key);
  if (before) return before;
  const weigh = weigher(texts);
  const fresh: Prepared = {
    asked: askedOf(question),
    topic: topicOf(texts.map(plain)),
    terms: new Map(question.keyPoints.map((keyPoint) => [keyPoint, termsOf(keyPoint, question.prompt, weigh)])),
  };
  if (known.size >= most) known.clear();
  known.set(key, fresh);
  return fresh;
}
