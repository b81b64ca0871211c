export const helpPages = [
  'workbench',
  'invite',
  'review',
  'slots',
  'rules',
  'positions',
  'editor',
  'questions',
  'intake',
  'status',
  'training',
  'sandbox',
  'figures',
  'organisation',
  'settings',
  'learning',
] as const;
export type HelpPage = (typeof helpPages)[number];
type Help = { title: string; lines: string[]; course?: 'start' | 'results' | 'exits' };

/** `?` on each page of HR: the fitting short help, with the course it belongs to. */
export const hrHelp = {
  open: '这一页怎么用',
  course: (title: string) => `看课程：${title}`,
  faq: '常见问题',
  sandbox: '去演练',
  close: '知道了',
  pages: {
    workbench: {
      title: '招聘助手',
      lines: [
        '上方的数字是各状态的人数，点一下只看这一类。',
        '新的结果会自动出现，不用刷新。',
        '等待超过 24 小时的会变成暖色，请优先处理。',
      ],
      course: 'results',
    },
    invite: {
      title: '邀请候选人',
      lines: [
        '按简历匹配度排列，每一条都附简历原文。',
        '低于门槛的不能邀请。',
        '确认后发出一条短信；重复点不会重复发。',
      ],
      course: 'start',
    },
    review: {
      title: '查看结果与决定',
      lines: [
        '点原话可以跳到那段录音或文字。',
        '「未校准」的分数请自己看过再决定。',
        '作出的决定在消息发出前可以撤销。',
        '状态与实际不符时，在「档案」里重新同步或更正状态。',
      ],
      course: 'results',
    },
    slots: {
      title: '面试时间',
      lines: ['候选人只能预约这里开放的时间。', '已被预约的名额不会因为关闭而取消。', '在宽屏上可以按周查看。'],
      course: 'start',
    },
    rules: {
      title: '规则',
      lines: [
        '规则自上而下，第一条符合的生效。',
        '斜线是没有规则的分数段，会转给人判断。',
        '录用和感谢默认只提议，由您确认。',
      ],
      course: 'results',
    },
    positions: {
      title: '岗位与题目',
      lines: ['各维度的权重加起来是 100%。', '改动只影响之后的邀请，已发出的不变。', '可以用候选人的视角预览。'],
      course: 'start',
    },
    editor: {
      title: '编辑岗位',
      lines: [
        '保存会生成新版本，只影响之后的邀请；旧版本可以恢复。',
        '右侧（手机上在下方）的「检查」指出会妨碍保存或评分的地方。',
        '没有保存的改动留在这台设备上，回来可以接着改。',
      ],
      course: 'start',
    },
    questions: {
      title: '题库',
      lines: [
        '列出各岗位在用的题和题库里的题，按题型或文字查找。',
        '「放入题库」之后，别的岗位也能用，改动会留下版本。',
        '「加入岗位」会为那个岗位生成新版本，只影响之后的邀请。',
      ],
      course: 'start',
    },
    intake: {
      title: '导入候选人',
      lines: [
        '支持表格和简历文件，也可以用二维码收简历。',
        '导入前会逐行预览，有问题的行不会导入。',
        '导入不等于邀请，邀请由您确认。',
      ],
      course: 'start',
    },
    status: {
      title: '状态核对',
      lines: [
        '系统在每次结束后和每天自动核对，发现不一致会改正并记录。',
        '「重新同步」按事件记录核对四处的状态，不会发出消息。',
        '同步后仍与实际不符，在档案里更正状态并写下原因。',
      ],
      course: 'exits',
    },
    training: {
      title: '学习中心',
      lines: [
        '课程各两三分钟，进度自动保存。',
        '「演练」里可以扮演候选人，试各种退出方式。',
        '「消息中心」有版本更新和直播培训。',
      ],
    },
    sandbox: {
      title: '演练',
      lines: ['点候选人的动作，旁边看四处的状态。', '规则和时限与正式面试相同，不保存、不发消息。'],
      course: 'exits',
    },
    organisation: {
      title: '组织与编制',
      lines: [
        '点部门看它的岗位、招聘需求和待入职名单；缺编 = 编制 - 在职。',
        '「已完成1/2面试」：前面是通过面试的人数，后面是需求开启时的缺编。',
        '招满后需求自动关闭，等候的候选人会收到通知；有人退出可以重新开放。',
        '从企业微信或表格导入前，先列出会新增、改动和消失的内容，确认后才生效。',
        '负责人休假时，消息转给需求的代理人。',
      ],
      course: 'start',
    },
    figures: {
      title: '数据',
      lines: [
        '每个比率都写着按多少人算、真实水平多半在什么范围；人数少就说数据不足。',
        '横线或浅色带是 95% 区间，越短越有把握。',
        '点一条柱、一步漏斗或一段时间，可以看背后的名单。',
        '每张图右上角可以换成表格。',
        '「改动前后」看一项改动有没有用；区间含零就当作看不出变化。',
        '筛选写在网址里，可以收藏或发给同事。',
      ],
    },
    settings: {
      title: '公司设置',
      lines: [
        '每一项都写着默认值，改过的可以恢复默认。',
        '改动只影响之后的邀请，已发出的不变。',
        '岗位单独设定过的，以岗位为准。',
        '保存后可以马上撤销。',
      ],
    },
    learning: {
      title: '学习与公平',
      lines: [
        '这里的结论来自本公司自己的面试，每周更新一次，也可以现在更新。',
        '每个数都写着有多可靠；人数太少时只说还看不出来。',
        '权重和题目的建议由您署名采纳，只影响之后的邀请，可以撤回。',
        '公平检查只看分组的比例，不显示任何一个人填写了什么。',
        '这里的发现不会改动任何人的分数或决定。',
      ],
    },
  } satisfies Record<HelpPage, Help>,
};

export type HrHelpCopy = {
  [K in keyof Omit<typeof hrHelp, 'pages'>]: (typeof hrHelp)[K];
} & { pages: Record<HelpPage, Help> };
