import type { AccessStep, StaffRole } from '../../access/roles.ts';
import type { Words } from '../words.ts';
import { devices } from './devices.ts';

/** 「我的账号」, 「权限管理」, and what each role reads of its own part. */
export const hrAccount = {
  title: '我的账号',
  role: {
    recruiter: '招聘专员',
    department_head: '部门负责人',
    admin: '管理员',
    auditor: '审计',
  } satisfies Record<StaffRole, string>,
  may: {
    recruiter: '邀请候选人、处理申请、作出决定，管理岗位、题目和规则。',
    department_head: '查看本部门及下属部门候选人的分数和报告，评分、写下判断、录入面试结果；由招聘专员作出决定。',
    admin: '招聘专员能做的一切，以及公司设置和人员权限。',
    auditor: '查看候选人、报告、规则和记录，不能修改。',
  } satisfies Record<StaffRole, string>,
  /** Where there is nobody to see, for who cannot invite. */
  nobody: '还没有候选人。',
  /** In place of the decision's buttons. */
  undecided: {
    judging: '由招聘专员作出决定。您可以在报告里写下自己的判断。',
    looking: '由招聘专员作出决定。',
  },
  ...devices,
  factor: {
    title: '二次验证',
    on: '已启用',
    off: '未启用',
    required: '公司要求启用',
    left: (codes: number) => `剩 ${codes} 个恢复码`,
    what: '批量感谢、导出数据、公司设置、人员权限等操作前，要输入验证器里的 6 位数字。',
    enable: '启用',
    renew: '换一批恢复码',
    disable: '停用',
  },
  codes: {
    title: '请保存这些恢复码',
    text: '手机不在身边时，每个可以代替验证码用一次。只显示这一次。',
    copy: '复制',
    copied: '已复制恢复码',
    kept: '我已保存',
  },
  enrol: {
    title: '启用二次验证',
    scan: '用验证器应用扫描，或复制密钥到验证器里，再输入它显示的 6 位数字。',
    alt: '给验证器扫描的二维码',
    copy: '复制密钥',
    copied: '已复制密钥',
    code: '6 位数字',
    cancel: '取消',
    confirm: '启用',
    busy: '正在验证…',
  },
  confirm: {
    title: '请再确认一次是您本人',
    text: '这项操作要二次验证。验证后 10 分钟内不再询问。',
    code: '验证码',
    recovery: '手机不在身边？可以输入一个恢复码。都没有时，请管理员重置。',
    short: '请输入验证器里的 6 位数字，或一个恢复码。',
    confirm: '确认',
    busy: '正在验证…',
    done: '已验证，请继续',
    back: '返回',
  },
  staff: {
    title: '权限管理',
    text: '谁能做什么，在哪里登录，以及对权限做过的每一次改动。',
    open: '打开',
    gone: '已离职',
    about: (sessions: number, factor: boolean) =>
      `${sessions === 0 ? '未登录' : `${sessions} 处登录`} · ${factor ? '已启用二次验证' : '未启用二次验证'}`,
    policy: '二次验证的要求',
    policyText: '要求之后，没有启用的人在做敏感操作前会被要求先启用。',
    required: '人人必须启用',
    optional: '启用了的人才会被询问',
    log: '权限记录',
    nothing: '还没有改动。',
    by: (by: string, when: string) => `${by} · ${when}`,
    steps: {
      role_changed: (about: string, role: string) => `${about} 改为${role}`,
      sessions_ended: (about: string, _role: string) => `${about} 的登录全部退出`,
      second_factor_reset: (about: string, _role: string) => `${about} 的二次验证被重置`,
      second_factor_required: (_about: string, _role: string) => '要求人人启用二次验证',
      second_factor_optional: (_about: string, _role: string) => '不再要求人人启用二次验证',
    } satisfies Record<AccessStep, (about: string, role: string) => string>,
  },
  person: {
    role: '角色',
    endAll: (sessions: number) => `退出全部登录（${sessions}）`,
    reset: '重置二次验证',
    cancel: '取消',
    save: '保存',
    busy: '正在保存…',
  },
};
export type HrAccountCopy = Words<typeof hrAccount>;
