import type { Scorer, ScorerInput } from '#shared/evaluation/scorer.ts';
import { type AnswerSet, answers } from '#test/world/seeds/answers.ts';
import { salesPlan } from '#test/world/seeds/sales-plan.ts';

/** The sales interview with one of the seeded answer sets, or any texts by question id. */
export function salesInterview(set: keyof typeof answers | Partial<Record<keyof AnswerSet, string>>): ScorerInput {
  const textOf = (id: keyof AnswerSet) => (typeof set === 'string' ? answers[set][id].join('\n') : (set[id] ?? ''));
  return {
    competencies: salesPlan.competencies,
    items: salesPlan.questions.map((question) => ({
      question,
      answer: { text: textOf(question.id as keyof AnswerSet) },
    })),
  };
}

/** One question about reviewing one's work, for tables. */
export const oneQuestion = (text: string, keyPoints = ['做过复盘', '倾听客户', '不推卸责任']): ScorerInput => ({
  competencies: [{ name: '沟通能力', weight: 1, description: '' }],
  items: [
    {
      question: {
        id: 'q1',
        prompt: '请谈谈一次失败的项目。',
        kind: 'structured',
        keyPoints,
        competencies: ['沟通能力'],
      },
      answer: { text },
    },
  ],
});

export async function itemOf(scorer: Scorer, input: ScorerInput) {
  const item = (await scorer.judge(input)).items[0];
  if (!item) throw new Error('no item was judged');
  return item;
}
