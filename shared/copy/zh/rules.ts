/** Rules as a person reads them. */
export const rules = {
  names: {
    strong: '高分且文化匹配，进入复试',
    outstanding: '优秀且满意度高，直接录用',
    weak: '低于 70 分，感谢函',
    passed: '80 分及以上，进入待入职',
  },
  facts: { overall: 'AI 综合分', culture: '文化匹配', satisfaction: '流程满意度', flags: '标记数' },
  dimension: (name: string) => `「${name}」得分`,
  condition: {
    at_least: (fact: string, value: string) => `${fact} ≥ ${value}`,
    less_than: (fact: string, value: string) => `${fact} < ${value}`,
  },
  conclusion: {
    second_interview: '建议进入复试',
    onboarding: '建议进入待入职',
    pool: '建议存入人才库',
    reject: '建议发送感谢函',
    person: '待人工判断',
  },
  noRule: '没有规则适用，请人工判断',
  waits: '等候选人填写问卷后再判断',
  why: '依据',
  less: '收起',
  unknown: '未知',
  known: (value: string) => `本次 ${value}`,
  version: (version: number) => `规则版本 ${version}`,
} as const;
