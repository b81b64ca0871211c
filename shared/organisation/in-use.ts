import type { Post, Requisition } from './records.ts';

/** Departments that a post with people, or a requisition, refers to: they cannot go. */
export const departmentsInUse = (
  posts: readonly Post[],
  requisitions: readonly Pick<Requisition, 'departmentId'>[],
): Set<string> =>
  new Set([
    ...posts.filter(({ headcount, others }) => headcount > 0 || others > 0).map(({ departmentId }) => departmentId),
    ...requisitions.flatMap(({ departmentId }) => departmentId ?? []),
  ]);
