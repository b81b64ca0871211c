/** By what nobody may be chosen for work. */
export const improperGrounds = ['age', 'marriage', 'origin', 'health', 'gender', 'looks'] as const;
export type ImproperGround = (typeof improperGrounds)[number];
