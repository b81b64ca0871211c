/** The figures on WeCom's own workbench, which is in the company's language. */
export const board = { awaiting: '待评估', no_show: '未参加', trouble: '状态异常', today: '今日面试' } as const;
