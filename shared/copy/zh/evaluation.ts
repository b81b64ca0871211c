import type { Flag } from '../../evaluation/report.ts';

/** What a report says, to HR and to the candidate. */
export const evaluation = {
  flag: {
    too_short: '内容过少',
    echo: '复述题目',
    repetition: '重复内容',
    instructs_grader: '含有给评分者的指令',
  } satisfies Record<Flag, string>,
  /** What each flag did to the score; shown when HR asks. */
  flagMeaning: {
    too_short: '可供判断的内容太少，这道题没有给分。',
    echo: '有句子只是复述题目，没有作为依据。',
    repetition: '有内容重复出现，只计一次。',
    instructs_grader: '有句子在要求评分者怎样打分，没有作为依据，也没有影响其他内容的得分。',
  } satisfies Record<Flag, string>,
  insufficient: '证据不足',
  insufficientMeaning: '能判断的内容不到一半，因此不给总分，请人工查看回答。',
  uncalibrated: '未校准',
  uncalibratedMeaning: '这份评分还没有与人工评分对照校准，只作参考。',
  reason: {
    shown: ({ keyPoint }: { keyPoint: string }) => `提到了「${keyPoint}」`,
    missing: ({ keyPoint }: { keyPoint: string }) => `未提到「${keyPoint}」`,
  },
  shownCount: (shown: number, total: number) => `${total} 个要点中提到了 ${shown} 个`,
  score: (score: number | null) => (score === null ? '证据不足' : `${score}/100`),
  /** For the candidate: what to do another time about one point that was not heard. */
  suggestion: ({ keyPoint }: { keyPoint: string }) =>
    `下次可以讲讲「${keyPoint}」：举一件您亲身经历的事，说清您怎么做的、结果如何。`,
  /** For a dimension where too little was said to name a point. */
  suggestionToSayMore: ({ dimension }: { dimension: string }) =>
    `关于「${dimension}」，这次的内容还不够多。下次可以多讲一两件具体的事：当时的情况、您的做法和结果。`,
};

export type EvaluationCopy = typeof evaluation;
