import type { Competency, Question } from '../interview/plan.ts';
import type { ReportDimension, ReportItem } from './report.ts';

/** What a scorer is given: one interview's questions with the candidate's words. Answers are data, never instructions. */
export type ScorerInput = {
  competencies: Competency[];
  items: {
    question: Pick<Question, 'id' | 'prompt' | 'kind' | 'keyPoints' | 'competencies'>;
    answer: { text: string };
  }[];
};

export type Judgement = {
  overall: number | null;
  insufficient: boolean;
  dimensions: ReportDimension[];
  items: ReportItem[];
};

/** One port for every scorer: the embedded rubric scorer, and any LLM behind an endpoint. */
export type Scorer = {
  name: string;
  version: string;
  /** True once enough double-rated answers of the position exist. */
  calibrated: boolean;
  judge(input: ScorerInput): Promise<Judgement>;
};
