import type { templateShapes } from './template-shapes.ts';

export type TemplateId = keyof typeof templateShapes;

/** What a template says, in one language; what it weighs and how long it takes stands in `template-shapes.ts`, in the same order. */
export type TemplateWords = {
  title: string;
  department: string;
  briefing: { title: string; text: string };
  /** What a résumé should show, and the words by which it shows it. */
  criteria: readonly (readonly [name: string, words: readonly string[]])[];
  competencies: readonly (readonly [name: string, description: string])[];
  questions: readonly {
    prompt: string;
    /** The setting of a scenario or an exercise. */
    setting?: string;
    keyPoints: readonly string[];
    /** What is asked on when the key point of that number, from 0, was left out. */
    asks?: readonly (readonly [keyPoint: number, ask: string])[];
  }[];
};
