import { resumeWords as english } from '../copy/en/resume-words.ts';
import { resumeWords as chinese } from '../copy/zh/resume-words.ts';
import type { Candidate } from '../organisation/records.ts';
import type { Known } from './facts.ts';

const graduateWords = [...chinese.graduateWords, ...english.graduateWords];

/** What the records say of a candidate, in closed words. Nobody said whether somebody just graduated: the words they use do. */
export function knownOf(candidate: Pick<Candidate, 'source' | 'headline' | 'resume'> | undefined): Known {
  if (candidate === undefined) return { source: 'unknown', candidateKind: 'unknown' };
  const { source, headline, resume } = candidate;
  const text = `${headline}\n${resume}`.normalize('NFKC').toLowerCase();
  const said = graduateWords.some((word) => text.includes(word));
  const candidateKind = said || source === 'campus' ? 'graduate' : text.trim() === '' ? 'unknown' : 'experienced';
  return { source: source ?? 'unknown', candidateKind };
}
