/** What people call their columns. Compared without spaces and marks; the first exact one wins. */
export const columnNames = {
  name: ['姓名', '名字', '候选人', '候选人姓名', '应聘者'],
  phone: ['手机', '手机号', '手机号码', '电话', '联系电话', '联系方式', '移动电话'],
  email: ['邮箱', '电子邮箱', '电子邮件', '邮件'],
  headline: ['简介', '一句话介绍', '当前职位', '现职位', '职位', '岗位', '现任职务', '求职意向'],
  resume: ['简历', '简历内容', '工作经历', '经历', '自我评价', '备注'],
  applicationId: ['申请编号', '投递编号'],
  round: ['环节', '轮次', '面试轮次'],
  score: ['分数', '得分', '成绩', '评分'],
  passed: ['是否通过', '结果', '结论', '通过'],
  comment: ['评语', '评价', '意见', '备注', '说明'],
  day: ['日期', '时间', '面试日期', '考试日期'],
  department: ['部门', '所属部门', '部门名称', '部门路径', '组织'],
  post: ['职位', '岗位', '职位名称', '岗位名称'],
  headcount: ['编制', '编制人数', '定编', '核定编制'],
  inPost: ['在职', '在职人数', '现有人数', '在岗', '在编人数'],
  head: ['负责人', '部门负责人', '主管', '部门主管'],
  retention: ['是否在职', '在职状态', '是否离职', '留任', '状态'],
  leftOn: ['离职日期', '离职时间', '离职日'],
  probation: ['试用期', '转正', '是否转正', '试用期结果'],
  performance: ['绩效', '绩效等级', '绩效评分', '考核'],
} as const;

/** What a round is called in a table, and what says that it was passed. */
export const roundNames = {
  written_test: ['笔试', '机试', '测评'],
  second: ['复试', '二面', '复面', '第二轮'],
  final: ['终面', '终试', '三面', '末轮'],
} as const;
export const passedWords = {
  yes: ['是', '通过', '合格', '过', '录用'],
  no: ['否', '未通过', '不通过', '不合格', '淘汰'],
} as const;
/** What says how it went with somebody who was hired. */
export const outcomeWords = {
  there: ['在职', '在岗', '仍在职', '未离职'],
  left: ['离职', '已离职', '离开', '辞职'],
  passed: ['通过', '已转正', '转正', '合格', '是'],
  failed: ['未通过', '不通过', '未转正', '不合格', '否'],
} as const;
