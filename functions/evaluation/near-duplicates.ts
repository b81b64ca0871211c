import type { Fingerprints, KeptPrint } from '#functions/ports/evaluation.ts';
import type { Clock } from '#functions/ports.ts';
import { areAlike, printOf } from '#shared/evaluation/near-duplicate.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import type { Answer } from './answers.ts';

type Deps = { fingerprints: Fingerprints; clock: Clock };

/**
 * Which of these answers somebody else gave before, word for word or nearly: question → their applications. One's own is
 * kept before the others' are read, so that of two at the same time at least one is found; the later one is the copy.
 */
export async function nearDuplicates(
  { fingerprints, clock }: Deps,
  company: string,
  state: InterviewState,
  answers: Answer[],
): Promise<Record<string, string[]>> {
  const { interviewId, applicationId, candidateId, attempt, positionId } = state;
  const at = clock.now().toISOString();
  const found = await Promise.all(
    answers.map(async ({ question, text }): Promise<[string, string[]]> => {
      const print = printOf(text, question.prompt);
      if (print === undefined) return [question.id, []];
      const one = { interviewId, applicationId, candidateId, attempt, at, print };
      const own = await fingerprints.keep(company, positionId, question.id, one);
      const others = await fingerprints.of(company, positionId, question.id);
      const alike = others.filter(
        (other) => other.candidateId !== candidateId && isBefore(other, own) && areAlike(other.print, print),
      );
      return [question.id, [...new Set(alike.map((other) => other.applicationId))].sort()];
    }),
  );
  return Object.fromEntries(found.filter(([, applications]) => applications.length > 0));
}

const isBefore = (a: KeptPrint, b: KeptPrint): boolean => (a.at === b.at ? a.interviewId < b.interviewId : a.at < b.at);
