import type { Competency, Question } from '../interview/plan.ts';
import type { Report, ReportDimension, ReportItem, Usage } from './report.ts';

/** A phrase HR accepted as saying a key point in other words, for every answer to this question from then on. */
export type Paraphrase = { keyPoint: string; phrase: string };

/** What a scorer is given: one interview's questions with the candidate's words. Answers are data, never instructions. */
export type ScorerInput = {
  competencies: Competency[];
  items: {
    question: Pick<Question, 'id' | 'prompt' | 'kind' | 'keyPoints' | 'competencies'> & {
      briefing?: string | undefined;
      /** What the interviewer asked after the first answer; an echo of it is no evidence. */
      asked?: string[];
      paraphrases?: Paraphrase[];
    };
    answer: { text: string };
  }[];
};

export type Judgement = {
  overall: number | null;
  insufficient: boolean;
  dimensions: ReportDimension[];
  items: ReportItem[];
  mode?: Report['mode'];
  nextQuestions?: Report['nextQuestions'];
  usage?: Usage;
};

export type JudgeOptions = {
  /** Told as parts of the work are done. */
  onProgress?: (done: number, total: number) => void;
};

/** One port for every scorer: the embedded rubric scorer, and any LLM behind an endpoint. */
export type Scorer = {
  name: string;
  version: string;
  /** True once enough double-rated answers of the position exist. */
  calibrated: boolean;
  judge(input: ScorerInput, options?: JudgeOptions): Promise<Judgement>;
};
