import type { Aspect } from '../aspects.ts';

/** What an answer is looked at for beside the rubric's points, in words a reader of the report understands. */
export const aspectNames = {
  specifics: '具体的数字、时间与原话',
  actions: '本人的具体做法',
  concreteness: '内容具体',
  results: '结果与变化',
  reflection: '复盘与改进',
  reasoning: '因果与取舍',
  order: '步骤清晰',
  density: '言之有物',
  relatedness: '紧扣题目',
  tightness: '表达精炼',
  vague: '表述笼统',
  virtue: '以态度代替做法',
  lecture: '讲道理多于讲做法',
  noEpisode: '没有讲到具体的一次经历',
  abstract: '内容抽象',
  refusal: '未作答或表示不了解',
  indifference: '推脱或不愿处理',
  grievance: '谈论与题目无关的个人境遇',
  privateLife: '谈论与工作无关的经历',
  jargon: '堆砌术语',
  astray: '偏离题目',
} as const satisfies Record<Aspect, string>;
