import type { Measures } from './measure.ts';
import { type Aspects, onTopic } from './model.ts';

/** Letters from which on an answer has room to speak of what was asked. */
const wholeStory = 50;

/** A story of something else: hardly a word of what was asked or of the trade, and those of private life instead. */
export function isAstray(coverage: number, measures: Measures): boolean {
  const sure = onTopic(coverage, measures);
  const { life, letters, workplace } = measures;
  if (letters < wholeStory || workplace > 1) return false;
  if (workplace === 0) return sure < (life > 1 ? 0 : life === 1 ? -0.7 : -1.5);
  return (life >= 2 && sure < -0.4) || (life >= 1 && sure < -0.8) || sure < -1.9;
}

/** Long, and nothing in it but virtues and what one ought to do: no figure, hardly an act. */
export function isEmptyProse({ abstract, virtue, lecture }: Aspects, measures: Measures): boolean {
  const { letters, figures, times, speech, actions, terse } = measures;
  const told = figures + times + speech + actions + terse;
  return letters >= 60 && abstract >= 0.5 && virtue + lecture >= 0.6 && told <= 2;
}
