/** Which requisition comes first. Free of zod: pages read it too. */
export const priorities = ['high', 'normal', 'low'] as const;
export type Priority = (typeof priorities)[number];
