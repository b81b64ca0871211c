import { describe, expect, test } from 'vitest';
import { candidate } from '#shared/copy/zh/candidate.ts';
import { hr } from '#shared/copy/zh/hr.ts';
import { sms } from '#shared/copy/zh/messages.ts';
import { interviewStatus } from '#shared/copy/zh/statuses.ts';

/** Sentences of the source texts, to be used as they stand. The numbers are those of the mission. */
describe('as it stands in the source', () => {
  const { endSheet, resume, interview, menu, guide, tab, titles, progress } = candidate;
  const thanks = '很遗憾您未通过本次面试,我们会将您的简历存入人才库,后续有合适岗位会优先联系';

  test.each([
    ['6 end', interview.end, '结束面试'],
    ['7, 15 leave', menu.exit, '退出面试'],
    ['8 early end', endSheet.title + endSheet.text, '是否确认结束本次面试?未完成的答题内容将不计入最终评估结果'],
    ['14 tab bar', [titles.home, titles.interviewTab, titles.mine].join(' '), '首页 面试 我的'],
    ['15 more', interview.more, '更多'],
    ['16 tab', tab.current, '正在面试'],
    ['17 all answered', endSheet.titleDone, '面试已完成,是否退出?'],
    ['20 resync', hr.sync.resync, '重新同步'],
    ['23 on return', resume.title, '是否继续上次未完成的面试?'],
    ['24 yes', resume.yes, '是'],
    ['24 no', resume.no, '否'],
    ['31 progress', hr.workbench.progress(1, 2), '已完成1/2面试'],
    ['52 hint', guide.steps.end.text, '完成所有环节后,点击右上角‘结束面试’按钮退出'],
    ['124 to the rejected', progress.result.rejected, thanks],
    ['124 to the pool', progress.result.talent_pool, thanks],
  ])('%s', (_, used, mandated) => {
    expect(used).toBe(mandated);
  });

  test.each([
    ['12 save progress', menu.save, '保存进度'],
    ['12 save progress, at the end', endSheet.save, '保存进度'],
    ['124 by SMS', sms.decision_thanks, thanks],
  ])('%s: within the sentence', (_, used, mandated) => {
    expect(used).toContain(mandated);
  });

  test('10, 11, 37, 67: the words for where an interview is', () => {
    const { in_progress, submitted, evaluated, incomplete, no_show } = interviewStatus;
    expect([in_progress, submitted, evaluated, incomplete, no_show]).toEqual([
      '面试中',
      '待评估',
      '已评估',
      '未完成',
      '未参加',
    ]);
  });
});
