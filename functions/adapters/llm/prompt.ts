import { createHash } from 'node:crypto';
import { llmPrompt } from '#shared/copy/zh/llm-prompt.ts';
import type { ScorerInput } from '#shared/evaluation/scorer.ts';
import type { Competency } from '#shared/interview/plan.ts';

/** Raised when words or schema change in a way that makes scores incomparable. */
export const promptVersion = '1';

type AskedQuestion = ScorerInput['items'][number]['question'];

/** What goes to the model for one answer, one dimension and one sample. `answer` is what the guards let through. */
export function promptFor({
  question,
  competency,
  answer,
  sample,
}: {
  question: AskedQuestion;
  competency: Competency;
  answer: string;
  sample: number;
}): { system: string; user: string } {
  const { prompt, briefing, asked = [], keyPoints, paraphrases = [] } = question;
  const rubric = {
    question: prompt,
    ...(briefing && { briefing }),
    ...(asked.length > 0 && { askedAfterwards: asked }),
    dimension: {
      name: competency.name,
      description: competency.description,
      anchors: competency.anchors?.length ? competency.anchors : llmPrompt.anchors,
    },
    keyPoints: keyPoints.map((text, index) => {
      const also = paraphrases.filter(({ keyPoint }) => keyPoint === text).map(({ phrase }) => phrase);
      return { no: index + 1, text, ...(also.length > 0 && { sameAs: also }) };
    }),
  };
  const nonce = nonceOf(JSON.stringify(rubric), answer, sample);
  const user = [
    llmPrompt.rubric,
    JSON.stringify(rubric),
    '',
    llmPrompt.answer,
    `<<<ANSWER ${nonce}>>>`,
    JSON.stringify(answer),
    `<<<END ${nonce}>>>`,
    '',
    llmPrompt.closing,
  ].join('\n');
  return { system: llmPrompt.system, user };
}

/** Nobody can write the end of the fence into an answer: it depends on the whole of it. Each sample has its own. */
const nonceOf = (...parts: (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
