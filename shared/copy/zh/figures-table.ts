/** Headings of a table of figures in a file. Names of groups and values are `figureNames`. */
export const figuresTable = {
  names: {
    no_shows: '未参加',
    funnel: '漏斗',
    pass_rates: '通过率',
    scores: '分数与结果',
    satisfaction: '满意度',
    reminders: '提醒送达',
    people: '名单',
  },
  share: ['内容', '分组', '个数', '总数', '比率', '区间下限', '区间上限'],
  stage: ['阶段', '进入', '等待中', '继续的比率', '中位时长（分钟）', '区间下限', '区间上限'],
  score: ['分数段', '通过率', '录用率', '留任率', '绩效均分'],
  rated: ['问题', '份数', '平均', '区间下限', '区间上限'],
  channel: ['渠道', '尝试', '成功率', '确认送达率', '被拒', '结果不明'],
  person: ['候选人', '岗位', '部门', '时间', '状态', '总分', '未参加', '原因', '处理用时（分钟）', '走到', '止于'],
  all: '全部',
  trend: '趋势',
  step: '步骤',
  lost: '止于',
  reason: '原因',
  hidden: '人数少于 5，不显示',
  yes: '是',
  no: '否',
};
export type FiguresTable = typeof figuresTable;
