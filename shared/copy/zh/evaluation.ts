import type { Flag } from '../../evaluation/report.ts';

/** What a report says, to HR and to the candidate. */
export const evaluation = {
  flag: {
    too_short: '内容过少',
    echo: '复述题目',
    repetition: '重复内容',
    instructs_grader: '含有给评分者的指令',
    hidden_text: '含有看不见的文字',
    keyword_list: '只罗列关键词',
    number_stuffing: '堆砌数字',
    empty_prose: '空泛套话',
    off_topic: '偏离题目',
    near_duplicate: '与其他候选人高度相似',
    not_transcribed: '录音没有文字',
    unsure_transcript: '识别不确定',
    recording_incomplete: '录音不完整',
    recording_unreadable: '录音无法读取',
    overtime: '超出作答时间',
    scorer_unavailable: '评分模型不可用',
    scorer_disagreed: '多次评分不一致',
    scorer_dropped: '部分评分依据无效',
  } satisfies Record<Flag, string>,
  /** What each flag did to the score; shown when HR asks. */
  flagMeaning: {
    too_short: '可供判断的内容太少，这道题没有给分。',
    echo: '有句子只是复述题目，没有作为依据。',
    repetition: '有内容重复出现，只计一次。',
    instructs_grader: '有句子在要求评分者怎样打分，没有作为依据，也没有影响其他内容的得分。',
    hidden_text: '有看不见的字符，已去除后再判断。',
    keyword_list: '只列出关键词，没有讲出做法，没有作为依据。',
    number_stuffing: '数字与所做的事对不上，没有作为依据。',
    empty_prose: '通篇没有具体的事，没有作为依据。',
    off_topic: '讲的不是这道题，没有作为依据。',
    near_duplicate: '与另一位候选人的回答几乎相同，请人工核对；得分没有因此改变。',
    not_transcribed: '这段录音没有转成文字，没有给分，请听录音判断。',
    unsure_transcript: '识别把握不大，没有给分，请听录音判断。',
    recording_incomplete: '录音有缺失的部分，只判断了已保存的内容。',
    recording_unreadable: '录音文件无法读取，没有给分。',
    overtime: '作答时间超过限时，内容全部保留，得分没有因此改变。',
    scorer_unavailable: '评分模型暂时不可用，只列出依据，不给分；恢复后会重新评估。',
    scorer_disagreed: '多次评分相差较大，没有给分，请人工判断。',
    scorer_dropped: '有的评分理由在原话中找不到出处，已去掉。',
  } satisfies Record<Flag, string>,
  insufficient: '证据不足',
  insufficientMeaning: '能判断的内容不到一半，因此不给总分，请人工查看回答。',
  uncalibrated: '未校准',
  uncalibratedMeaning: '这份评分还没有与人工评分对照校准，只作参考。',
  reason: {
    shown: ({ keyPoint }: { keyPoint: string }) => `提到了「${keyPoint}」`,
    missing: ({ keyPoint }: { keyPoint: string }) => `未提到「${keyPoint}」`,
    /** `worth` 0-1: how fully it was shown. */
    rated: ({ keyPoint, worth }: { keyPoint: string; worth: number }) =>
      `「${keyPoint}」得分 ${Math.round(worth * 10)}/10`,
    deducted: ({ keyPoint, points }: { keyPoint: string; points: number }) =>
      `${keyPoint}，扣减 ${Math.round(Math.abs(points))} 分`,
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
