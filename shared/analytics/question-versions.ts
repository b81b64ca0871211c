import type { AskedOnce, Lesson } from './lesson.ts';
import { type QuestionReport, reportsOfQuestions } from './question-figures.ts';
import { compareVersions, findingsOf, type QuestionFinding, type VersionResult } from './question-findings.ts';

/** One wording of one question, and what its answers say of it. */
type VersionReport = {
  questionId: string;
  print: string;
  bank: AskedOnce['bank'];
  report: QuestionReport;
  findings: QuestionFinding[];
};

/** Every wording apart: answers to another one say nothing of it. */
const asVersions = (lesson: Lesson) =>
  lesson.asked.map((one) => ({ ...one, questionId: `${one.questionId}#${one.print}` }));

/** Of the interviews of one position. */
export function reportsOfVersions(lessons: readonly Lesson[]): VersionReport[] {
  const finished = lessons.filter(({ asked }) => asked.length > 0);
  const reports = reportsOfQuestions(finished.map(asVersions));
  const sample = new Map(finished.flatMap(({ asked }) => asked.map((one) => [`${one.questionId}#${one.print}`, one])));
  return [...reports].flatMap(([name, report]) => {
    const one = sample.get(name);
    if (one === undefined) return [];
    const { questionId, print, bank } = one;
    return [{ questionId, print, bank, report, findings: findingsOf(report) }];
  });
}

/** Two versions of the bank that were put by lot. `since`: only who was invited from then on took part in it. */
type Trial = { bankId: string; a: number; b: number; since: string };

export function trialResult(
  lessons: readonly Pick<Lesson, 'invitedAt' | 'asked'>[],
  { bankId, a, b, since }: Trial,
): { a: number; b: number; result: VersionResult | null } {
  const reports = reportsOfQuestions(
    lessons
      .filter(({ invitedAt, asked }) => invitedAt >= since && asked.length > 0)
      .map(({ asked }) =>
        asked.map((one) => ({
          ...one,
          questionId: one.bank?.bankId === bankId ? `${bankId}@${one.bank.version}` : one.questionId,
        })),
      ),
  );
  const [before, after] = [reports.get(`${bankId}@${a}`), reports.get(`${bankId}@${b}`)];
  return {
    a: before?.n ?? 0,
    b: after?.n ?? 0,
    result: before && after ? compareVersions(before, after) : null,
  };
}
