/** The stages of an interview as HR follows them, and who may have each in hand. */
export const stageNames = ['invitation', 'reminder', 'interview', 'feedback', 'no_show'] as const;
export const stageOwners = ['hr', 'it', 'candidate', 'department'] as const;
export type StageName = (typeof stageNames)[number];
export type StageOwner = (typeof stageOwners)[number];
type StageOwners = Record<StageName, StageOwner>;

/** Where a company says nothing else. */
export const usualOwners: StageOwners = {
  invitation: 'hr',
  reminder: 'it',
  interview: 'candidate',
  feedback: 'hr',
  no_show: 'hr',
};
