import type { EvaluationCopy } from '../zh/evaluation.ts';

export const evaluation = {
  flag: {
    too_short: 'Too little said',
    echo: 'Repeats the question',
    repetition: 'Repeats itself',
    instructs_grader: 'Instructs the grader',
  },
  flagMeaning: {
    too_short: 'There was too little to judge, so this question has no score.',
    echo: 'A sentence only repeats the question; it was not used as evidence.',
    repetition: 'Something is said more than once; it counts once.',
    instructs_grader:
      'A sentence tells the grader how to score; it was not used as evidence and did not change what the rest earned.',
  },
  insufficient: 'Not enough evidence',
  insufficientMeaning: 'Less than half could be judged, so there is no overall score. Please read the answers.',
  uncalibrated: 'Not calibrated',
  uncalibratedMeaning: 'This scoring has not been checked against human ratings yet; take it as a pointer only.',
  reason: {
    shown: ({ keyPoint }) => `Mentions “${keyPoint}”`,
    missing: ({ keyPoint }) => `Does not mention “${keyPoint}”`,
  },
  shownCount: (shown, total) => `${shown} of ${total} points mentioned`,
  score: (score) => (score === null ? 'Not enough evidence' : `${score}/100`),
  suggestion: ({ keyPoint }) =>
    `Next time, speak about “${keyPoint}”: tell of something you did yourself, how you did it and what came of it.`,
  suggestionToSayMore: ({ dimension }) =>
    `There was little to go on for “${dimension}”. Next time, tell one or two things that happened: the situation, what you did, the result.`,
} satisfies EvaluationCopy;
