import { learningWords } from '../../words.ts';
import type { Outcome } from '../sections/outcomes.tsx';

const words = learningWords.outcomes;

/** What is known of somebody, in a line. */
export function outcomeText({
  retention,
  leftOn,
  probation,
  performance,
}: Pick<Outcome, 'retention' | 'leftOn' | 'probation' | 'performance'>): string {
  const said = [
    retention === null ? '' : [words.retentions[retention], leftOn ?? ''].join(' ').trim(),
    probation === null ? '' : `${words.probation} ${words.probations[probation]}`,
    performance === null ? '' : words.performed(performance),
  ].filter((one) => one !== '');
  return said.length === 0 ? words.unknown : said.join(' · ');
}
