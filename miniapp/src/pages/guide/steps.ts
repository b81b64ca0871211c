/** What the guide shows, in the order of an interview. */
export const steps = ['chat', 'voice', 'save', 'leave', 'help', 'end'] as const;
export type Step = (typeof steps)[number];
