import type { QuestionKind } from '#shared/interview/plan.ts';

/** How an answer was written; what begins with `game_` tries to be scored for something else than its content. */
export type Style =
  | 'plain'
  | 'paraphrase'
  | 'transcript'
  | 'dense'
  | 'empty'
  | 'refusal'
  | 'game_list'
  | 'game_frame'
  | 'game_echo'
  | 'game_repeat'
  | 'game_numbers'
  | 'game_buzz'
  | 'game_offtopic'
  | 'game_instruct'
  | 'game_negation';

/** Question by its place in `questions`; level 1-5 as a recruiter would mean it (1 for what is gamed); style; words. */
export type RatedAnswer = readonly [question: number, level: 1 | 2 | 3 | 4 | 5, style: Style, text: string];

export type RatedPosition = {
  position: string;
  questions: { prompt: string; kind: QuestionKind; briefing?: string; keyPoints: string[] }[];
  answers: RatedAnswer[];
  /** Pairs that differ only in who is speaking. */
  twins: (readonly [question: number, one: string, other: string])[];
};
