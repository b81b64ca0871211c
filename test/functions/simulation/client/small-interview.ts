import type { Candidate, Position, Requisition } from '#shared/organisation/records.ts';
import { seed } from '#test/world/seeds/world-seed.ts';

const [model] = seed.positions;
const [opening] = seed.requisitions;
const [someone] = seed.candidates;
if (!model || !opening || !someone) throw new Error('the seed is empty');

/** Two required questions, the second a role-play with a follow-up, and one that may be left out. */
export const position: Position = {
  ...model,
  positionId: 'pos_life',
  plan: {
    ...model.plan,
    questions: [
      question('qone', { required: true }),
      question('qtwo', {
        required: true,
        kind: 'scenario',
        followUps: [{ keyPoint: '先听客户说', ask: '您会先做什么?' }],
      }),
      question('qthree', { required: false }),
    ],
  },
};
export const questionIds = position.plan.questions.map(({ id }) => id);

export const requisition: Requisition = {
  ...opening,
  requisitionId: 'req_life',
  positionId: position.positionId,
  headcount: 10_000,
  inPost: 0,
  vacancies: 10_000,
};

export const candidateNo = (n: number): Candidate => ({
  ...someone,
  candidateId: `cand_life${String(n).padStart(4, '0')}`,
  phone: `1870000${String(n).padStart(4, '0')}`,
});

type Question = Position['plan']['questions'][number];
function question(id: string, more: Pick<Question, 'required'> & Partial<Question>): Question {
  const competencies = model?.plan.competencies.slice(0, 1).map(({ name }) => name) ?? [];
  return { id, kind: 'structured', prompt: id, keyPoints: ['先听客户说'], competencies, minutes: 2, ...more };
}
