import type { Bank, BankQuestion, BankVersion } from '#functions/ports/positions.ts';
import type { Directory } from '#functions/ports.ts';
import type { Output } from '#shared/contract/operations.ts';
import type { Question } from '#shared/interview/plan.ts';
import type { Position } from '#shared/organisation/records.ts';

export type BankDeps = { bank: Bank; directory: Directory };
export type Entry = Output<'question.list'>['questions'][number];
type Use = Entry['uses'][number];

/** What of a position's question belongs to the bank; the rest is the position's own. */
export const bankQuestionOf = ({ id: _, bank: __, required: ___, ...question }: Question): BankQuestion => question;

/** What is asked and looked for; which competencies it serves is named differently in every position. */
const wordsOf = ({ competencies: _, ...question }: BankQuestion): string =>
  JSON.stringify(Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1)));
export const saysTheSame = (a: BankQuestion, b: BankQuestion): boolean => wordsOf(a) === wordsOf(b);

/** Where a question of the bank is used: read from the positions themselves, so that the two cannot disagree. */
function usesOf({ bankId, version, question: newest }: BankVersion, positions: Position[]): Use[] {
  return positions.flatMap(({ positionId, title, plan, archivedAt }) =>
    plan.questions.flatMap((question): Use[] => {
      if (archivedAt !== undefined || question.bank?.bankId !== bankId) return [];
      const older = question.bank.version < version;
      const own = !older && !saysTheSame(bankQuestionOf(question), newest);
      const state = older ? 'older' : own ? 'own' : 'current';
      return [{ positionId, title, questionId: question.id, version: question.bank.version, state }];
    }),
  );
}

export async function entryOf(
  { directory }: Pick<BankDeps, 'directory'>,
  company: string,
  kept: BankVersion,
  positions: Position[],
): Promise<Entry> {
  const { bankId, version, question, at } = kept;
  const by = (await directory.staff(company, kept.by))?.name ?? kept.by;
  return { bankId, version, question, at, by, uses: usesOf(kept, positions) };
}

/** A question that stands in one position only. */
export const entryOfPosition = ({ positionId, title, plan }: Position, question: Question): Entry => ({
  bankId: null,
  version: plan.version,
  question: bankQuestionOf(question),
  at: null,
  by: null,
  uses: [{ positionId, title, questionId: question.id, version: plan.version, state: 'current' }],
});
