export type ReleaseNote = {
  /** Never used again: by it a person's reading is remembered. */
  id: string;
  /** YYYY-MM-DD */
  date: string;
  version: string;
  audience: 'hr' | 'candidate' | 'all';
  title: string;
  text: string;
};

/** 消息中心: what is new, the newest first; in both languages the same ids. */
export const releaseNotes: readonly ReleaseNote[] = [
  {
    id: 'status-check',
    date: '2026-11-22',
    version: '0.6',
    audience: 'hr',
    title: '状态核对',
    text: '新增「状态核对」：每次面试结束后和每天自动核对四处的状态与人数统计，改正了什么一目了然；也可以「全部重新同步」或写明原因人工更正。',
  },
  {
    id: 'learning',
    date: '2026-11-22',
    version: '0.6',
    audience: 'hr',
    title: '学习中心与演练',
    text: '三门短课、两个常见问题和一处演练：扮演候选人试各种退出方式，同时看到状态怎样变化。每一页右上的「?」有这一页的用法。',
  },
  {
    id: 'booking',
    date: '2026-11-16',
    version: '0.5',
    audience: 'all',
    title: '预约与提醒',
    text: '可以自己选择面试时间，改时间不用再打电话。面试前 24 小时和 1 小时会收到提醒；错过了也可以自助重新预约。',
  },
  {
    id: 'report-quotes',
    date: '2026-11-10',
    version: '0.4',
    audience: 'hr',
    title: '报告里的原话',
    text: '每个分数都附理由和候选人的原话，点原话即可跳到那段录音或文字。',
  },
  {
    id: 'end-button',
    date: '2026-11-02',
    version: '0.3',
    audience: 'all',
    title: '「结束面试」随时可见',
    text: '「结束面试」固定在面试页右上角，「更多」里还有「保存进度并离开」。结束前会先告诉您还差几题、结束后是什么状态。',
  },
];
