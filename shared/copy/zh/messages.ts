import type { Outcome } from '../../interview/state.ts';

/** The texts as they are registered with the SMS provider; {1} … are filled in order. A link may not be a parameter. */
export const sms = {
  invitation:
    '{1}您好,{2}邀请您参加「{3}」AI面试,请于{4}前完成。用手机微信打开即可,请备好安静环境和稳定网络:https://wxaurl.cn/{5} 进度自动保存,完成后点右上角‘结束面试’。帮助:{6}',
  invitation_booking:
    '{1}您好,{2}邀请您参加「{3}」AI面试,请于{4}前预约时间。用手机微信打开即可,面试时请备好安静环境和稳定网络:https://wxaurl.cn/{5} 帮助:{6}',
  booked: '{1}您好,您参加{2}「{3}」AI面试的时间为{4}。到时点此进入,需要时可改约:https://wxaurl.cn/{5} 帮助:{6}',
  reminder:
    '{1}您好,提醒您:{2}「{3}」AI面试时间为{4}。请用手机微信打开,备好麦克风、安静环境和稳定网络,可确认参加、改约或请假:https://wxaurl.cn/{5} 技术帮助:{6}',
  reminder_soon:
    '{1}您好,距离{2}「{3}」AI面试({4})还有{5}。请先做设备检测,备好麦克风、安静环境和稳定网络:https://wxaurl.cn/{6} 技术帮助:{7}',
  no_show:
    '{1}您好,您未参加{2}「{3}」{4}的AI面试。是忘记、遇到技术问题,还是临时有事?请告诉我们,可自助重新预约:https://wxaurl.cn/{5} 帮助:{6}',
  result: '{1}您好,您应聘{2}「{3}」的AI面试已完成评估,下一步:{4}。查看报告:https://wxaurl.cn/{5}',
  decision_second_interview:
    '{1}您好,恭喜您通过{2}「{3}」的AI面试,进入复试。招聘方将尽快与您确认时间。查看进度:https://wxaurl.cn/{4}',
  decision_offer:
    '{1}您好,恭喜您通过{2}「{3}」的面试,招聘方将向您发出 offer,请留意通知。查看进度:https://wxaurl.cn/{4}',
  second_interview:
    '{1}您好,邀请您参加{2}「{3}」{4}:{5},地点{6},请带{7}。请点此确认参加或告知无法参加:https://wxaurl.cn/{8} 帮助:{9}',
  meeting_reminder:
    '{1}您好,提醒您:{2}「{3}」{4}时间{5},地点{6}。点此查看、确认或告知无法参加:https://wxaurl.cn/{7} 帮助:{8}',
  meeting_called_off:
    '{1}您好,{2}「{3}」原定{4}的面试已取消,招聘方会与您另行联系。查看进度:https://wxaurl.cn/{5} 帮助:{6}',
  offer: '{1}您好,恭喜!{2}向您发出「{3}」的 offer,请于{4}前查看并答复:https://wxaurl.cn/{5} 帮助:{6}',
  requisition_closed:
    '{1}您好,{2}「{3}」已招满。您可一键存入人才库,后续有合适岗位优先联系,也可继续等待:https://wxaurl.cn/{4} 帮助:{5}',
  requisition_reopened: '{1}您好,{2}「{3}」重新开放招聘,您可以继续参加。查看进度:https://wxaurl.cn/{4} 帮助:{5}',
  decision_onboarding:
    '{1}您好,恭喜您通过{2}「{3}」的面试,进入待入职流程。招聘方将与您联系。查看进度:https://wxaurl.cn/{4}',
  decision_thanks:
    '{1}您好,感谢您参加{2}「{3}」的面试。很遗憾您未通过本次面试,我们会将您的简历存入人才库,后续有合适岗位会优先联系。查看报告或申请人工复核:https://wxaurl.cn/{4}',
  proof: '您的验证码是{1},{2}分钟内有效,用于在新的微信或浏览器上打开您的面试。如非本人操作请忽略,请勿告诉任何人。',
} as const;

/** The SMS that tells of each outcome. */
export const smsOfOutcome = {
  second_interview: 'decision_second_interview',
  offer: 'decision_offer',
  onboarding: 'decision_onboarding',
  pool: 'decision_thanks',
  reject: 'decision_thanks',
} as const satisfies Record<Outcome, keyof typeof sms>;

/** A meeting after the AI interview, as a message names it. */
export const meeting = {
  round: { written_test: '笔试', second: '复试', final: '终面' },
  place: '地点',
  material: '请准备',
  onPage: '见页面',
  offer: 'offer 说明',
  summary: (company: string, position: string, round: string) => `${company}「${position}」${round}`,
} as const;

/** How a time is said where there is a slot, and where it is any time until then. */
export const time = {
  slot: (text: string) => text,
  until: (text: string) => `${text}前任意时间`,
  left: (hours: number, minutes: number) =>
    hours === 0 ? `${minutes}分钟` : minutes === 0 ? `${hours}小时` : `${hours}小时${minutes}分钟`,
} as const;

/** The subscription messages; their fields in the order of the registered templates. */
export const wechat = {
  result: { title: '面试结果通知', state: '已完成评估' },
  reminder: {
    title: '面试提醒',
    device: '手机微信、麦克风、安静环境',
    hint: '点此确认、改约或请假',
    soon: (left: string) => `还有${left},请先检测设备`,
  },
  no_show: { title: '未参加确认', state: '未参加', hint: '点此说明原因,可自助重新预约' },
  change: { title: '面试预约通知', state: '已预约', hint: '到时点此进入,需要时可改约' },
  meeting: {
    state: '待确认',
    bring: '请按通知准备材料',
    hint: '点此确认参加或告知无法参加',
    called: '已取消',
    calledHint: '招聘方会与您另行联系',
  },
} as const;

export const nextStep = { result: '请等待 HR 确认,可先查看报告' } as const;

/** Mail: a subject, a sentence that says what it is about, and what the button does. */
export const email = {
  invitation: {
    subject: (company: string, position: string) => `${company}邀请您参加「${position}」AI 面试`,
    lead: (deadline: string) => `请于${deadline}前完成面试。用手机微信打开,过程约几分钟到半小时,进度自动保存。`,
    action: '打开面试邀请',
  },
  invitation_booking: {
    subject: (company: string, position: string) => `${company}邀请您预约「${position}」AI 面试`,
    lead: (deadline: string) => `请于${deadline}前选好面试时间,到时用手机微信打开即可。`,
    action: '选择面试时间',
  },
  booked: {
    subject: (company: string, position: string) => `已预约:${company}「${position}」AI 面试`,
    lead: (time: string) => `您的面试时间为${time}。到时点此进入,需要时可改约。`,
    action: '查看或改约',
  },
  cancelled: {
    subject: (company: string, position: string) => `已取消:${company}「${position}」AI 面试`,
    lead: (time: string) => `您${time}的 AI 面试已取消,不需要再参加。`,
    action: '查看进度',
  },
  reminder: {
    subject: (company: string, position: string) => `面试提醒:${company}「${position}」`,
    lead: (time: string) => `您的 AI 面试时间为${time}。请在页面里确认参加,也可以改约或请假。`,
    action: '确认、改约或请假',
  },
  reminder_soon: {
    subject: (company: string, position: string) => `面试即将开始:${company}「${position}」`,
    lead: (time: string, left: string) => `您的 AI 面试(${time})还有${left}开始,请先做一次设备检测。`,
    action: '检测设备并进入',
  },
  no_show: {
    subject: (company: string, position: string) => `未参加确认:${company}「${position}」AI 面试`,
    lead: (time: string) => `您未参加${time}的 AI 面试。是忘记、遇到技术问题,还是临时有事?请告诉我们,可自助重新预约。`,
    action: '说明原因或重新预约',
  },
  result: {
    subject: (company: string, position: string) => `面试结果:${company}「${position}」`,
    lead: () => '您的 AI 面试已完成评估,请等待 HR 确认,可先查看报告。',
    action: '查看报告',
  },
  decision_second_interview: {
    subject: (company: string, position: string) => `恭喜进入复试:${company}「${position}」`,
    lead: () => '恭喜您通过 AI 面试,进入复试。招聘方将尽快与您确认时间。',
    action: '查看进度',
  },
  decision_offer: {
    subject: (company: string, position: string) => `恭喜通过面试:${company}「${position}」`,
    lead: () => '恭喜您通过面试,招聘方将向您发出 offer,请留意通知。',
    action: '查看进度',
  },
  second_interview: {
    subject: (company: string, position: string) => `面试邀请:${company}「${position}」`,
    lead: (time: string) => `邀请您参加下一轮面试,时间为${time}。请在页面里确认参加,无法参加也请告知。`,
    action: '确认参加或告知无法参加',
  },
  meeting_reminder: {
    subject: (company: string, position: string) => `面试提醒:${company}「${position}」`,
    lead: (time: string) => `提醒您:下一轮面试时间为${time}。`,
    action: '查看安排',
  },
  meeting_called_off: {
    subject: (company: string, position: string) => `面试取消:${company}「${position}」`,
    lead: (time: string) => `原定${time}的面试已取消,招聘方会与您另行联系。`,
    action: '查看进度',
  },
  offer: {
    subject: (company: string, position: string) => `${company}「${position}」offer`,
    lead: (time: string) => `恭喜您!招聘方向您发出 offer,请于${time}前查看并答复。`,
    action: '查看并答复',
  },
  requisition_closed: {
    subject: (company: string, position: string) => `岗位招满:${company}「${position}」`,
    lead: () => '这个岗位已招满。您可以一键存入人才库,后续有合适岗位会优先联系,也可以继续等待。',
    action: '存入人才库或继续等待',
  },
  requisition_reopened: {
    subject: (company: string, position: string) => `重新开放:${company}「${position}」`,
    lead: () => '这个岗位重新开放招聘,您可以继续参加。',
    action: '查看进度',
  },
  decision_onboarding: {
    subject: (company: string, position: string) => `恭喜通过面试:${company}「${position}」`,
    lead: () => '恭喜您通过面试,进入待入职流程。招聘方将与您联系。',
    action: '查看进度',
  },
  decision_thanks: {
    subject: (company: string, position: string) => `感谢您参加面试:${company}「${position}」`,
    lead: () =>
      '很遗憾您未通过本次面试,我们会将您的简历存入人才库,后续有合适岗位会优先联系。您可以查看报告,或申请人工复核。',
    action: '查看报告或申请复核',
  },
  hello: (name: string) => `${name}您好,`,
  time: '时间',
  link: '链接',
  device: '设备要求',
  deviceText: '手机微信、可用的麦克风(需要时摄像头)、安静环境和稳定网络',
  help: '技术帮助',
  guide: '操作指南与常见问题',
  calendar: '日历',
  calendarText: '打开附件可加入日历',
  calendarCancelled: '打开附件可从日历中移除',
  footer: (company: string) => `这封邮件由面聊代${company}发送。请勿直接回复。`,
} as const;

/** 消息中心: the title under which each message is kept. Its text is the mail's. */
export const inbox = {
  invitation: '面试邀请',
  booked: '预约成功',
  cancelled: '面试已取消',
  reminder: '面试提醒',
  no_show: '未参加确认',
  result: '面试结果',
  decision: '下一步',
  second_interview: '下一轮面试',
  meeting_reminder: '面试提醒',
  meeting_called_off: '面试取消',
  offer: 'offer',
  requisition_closed: '岗位已招满',
  requisition_reopened: '岗位重新开放',
} as const;

export const calendar = {
  summary: (company: string, position: string) => `${company}「${position}」AI 面试`,
  description: (help: string) => `请备好手机微信、麦克风、安静环境和稳定网络。技术帮助:${help}`,
} as const;

export const wecom = {
  report_for_hr: {
    title: '待评估:AI 面试报告',
    candidate: '候选人',
    position: '应聘岗位',
    overall: 'AI 综合分',
    status: '状态',
    time: '面试时间',
    insufficient: '证据不足',
    submitted: '待评估',
    uncalibrated: (overall: number) => `${overall}(未校准)`,
  },
  rule_for_hr: { title: '规则请您过目', status: '有规则符合并要求通知您，请打开报告' },
  report_missing: { title: '报告暂缺,请人工评估', status: '报告未能按时生成,答案已保存' },
  human_route: { title: '候选人申请人工面试', status: '不同意 AI 评估,请安排人工面试' },
  no_show_for_hr: { title: '候选人未参加面试', status: '未参加,已请候选人说明原因' },
  no_show_waiting: { title: '未参加尚未处理', status: '候选人仍未说明原因,请联系' },
  meeting_answered: { title: '候选人答复了面试安排', confirmed: '确认参加', cannot: '无法参加，请重新安排' },
  offer_answered: {
    title: '候选人答复了 offer',
    accepted: '已接受',
    declined: '已婉拒，名额已释放',
    lapsed: '过期未答复，名额已释放',
  },
  arrange_overdue: { title: '复试尚未安排', status: '已超过约定时间，请尽快安排复试' },
  vacancies_left: {
    title: '招聘进度：还有缺编',
    opening: '招聘岗位',
    progress: '面试进度',
    left: '剩余缺编',
    done: (passed: number, vacancies: number) => `已完成${passed}/${vacancies}面试`,
    people: (left: number) => `还缺 ${left} 人，请继续安排面试`,
  },
  reminder_failed: { title: '面试提醒未送达', status: '所有渠道都未送达,请电话联系候选人' },
} as const;
