/** Free of zod: the mini-program reads it too. */
export const courseIds = ['start', 'results', 'exits'] as const;
/** 如何启动AI面试 · 如何查看面试结果 · 如何处理退出异常 */
export type CourseId = (typeof courseIds)[number];

/** How many steps a course has, how many answers its question offers, and which of them (from 0) is right. */
export const courses = {
  start: { steps: 4, answers: 3, right: 1 },
  results: { steps: 4, answers: 3, right: 2 },
  exits: { steps: 4, answers: 3, right: 0 },
} as const satisfies Record<CourseId, { steps: number; answers: number; right: number }>;

/** `step`: the farthest that was opened, from 0; the question comes after the last one. */
export type CourseProgress = { course: CourseId; step: number; completedAt: string | null };
