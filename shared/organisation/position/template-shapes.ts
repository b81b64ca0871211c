import type { AnswerWay, QuestionKind } from '../../interview/plan.ts';

type QuestionShape = {
  kind: QuestionKind;
  /** Which competencies it gives evidence for, by their place. */
  uses: readonly number[];
  minutes: number;
  ways?: readonly AnswerWay[];
  prepareSeconds?: number;
  answerSeconds?: number;
};
export type TemplateShape = {
  /** Percent; the last one is of culture. */
  weights: readonly number[];
  questions: readonly QuestionShape[];
};

const asked = (uses: readonly number[], minutes = 4): QuestionShape => ({ kind: 'structured', uses, minutes });
const scene = (uses: readonly number[], minutes = 5): QuestionShape => ({
  kind: 'scenario',
  uses,
  minutes,
  ways: ['voice', 'text', 'video'],
  prepareSeconds: 30,
});
const written = (uses: readonly number[], minutes = 5): QuestionShape => ({
  kind: 'skill',
  uses,
  minutes,
  ways: ['text', 'file'],
});
const coded = (uses: readonly number[], minutes: number): QuestionShape => ({
  kind: 'skill',
  uses,
  minutes,
  ways: ['code', 'file'],
  prepareSeconds: 60,
  answerSeconds: minutes * 60,
});

/** The commonest roles: what each competency weighs, and what each question asks for. */
export const templateShapes = {
  sales: {
    weights: [30, 25, 20, 15, 10],
    questions: [asked([0, 1, 3]), asked([2, 3]), scene([0, 1]), scene([1, 2, 4]), written([0, 3], 4)],
  },
  support: {
    weights: [30, 30, 20, 10, 10],
    questions: [asked([0, 1]), asked([2, 3]), scene([0, 1, 3]), scene([2, 4]), written([1, 2], 4)],
  },
  frontend: {
    weights: [35, 25, 20, 10, 10],
    questions: [asked([0, 1]), asked([1]), coded([0, 2], 15), scene([3, 4]), asked([2], 4)],
  },
  backend: {
    weights: [35, 25, 20, 10, 10],
    questions: [asked([0, 1]), asked([1, 2]), coded([0], 15), scene([1, 3, 4]), asked([2], 4)],
  },
  product: {
    weights: [30, 25, 20, 15, 10],
    questions: [asked([0, 1]), asked([2]), scene([0, 1]), scene([3, 4]), written([1, 2], 6)],
  },
  operations: {
    weights: [25, 25, 25, 15, 10],
    questions: [asked([0, 1]), asked([1, 2]), scene([0, 2]), scene([3, 4]), written([0, 1])],
  },
  administration: {
    weights: [30, 25, 20, 15, 10],
    questions: [asked([0, 1]), asked([2]), scene([0, 1, 3]), scene([2, 4]), written([0, 1], 4)],
  },
  people: {
    weights: [25, 25, 25, 15, 10],
    questions: [asked([0, 2]), asked([1]), scene([2, 3]), scene([1, 4]), written([0, 2])],
  },
  accounting: {
    weights: [35, 25, 20, 10, 10],
    questions: [asked([0, 1]), asked([1, 2]), scene([2, 4]), scene([0, 3]), written([0, 1])],
  },
  marketing: {
    weights: [25, 25, 25, 15, 10],
    questions: [asked([0, 2]), asked([1]), scene([0, 3]), scene([2, 4]), written([1, 0])],
  },
  data: {
    weights: [30, 30, 20, 10, 10],
    questions: [asked([0, 1]), asked([2]), coded([1], 12), scene([0, 2]), scene([3, 4])],
  },
  store: {
    weights: [30, 25, 20, 15, 10],
    questions: [asked([0]), asked([2, 3]), scene([0, 1]), scene([2, 4]), asked([1, 3])],
  },
} as const satisfies Record<string, TemplateShape>;
