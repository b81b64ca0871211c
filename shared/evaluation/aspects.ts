/** What speaks for an answer beside the rubric's points. Free of zod. */
export const merits = [
  'specifics',
  'actions',
  'concreteness',
  'results',
  'reflection',
  'reasoning',
  'order',
  'density',
  'relatedness',
  'tightness',
] as const;

/** What speaks against it. */
export const deductions = [
  'vague',
  'virtue',
  'lecture',
  'noEpisode',
  'abstract',
  'refusal',
  'indifference',
  'grievance',
  'privateLife',
  'jargon',
  'astray',
] as const;

/** What an answer is looked at for beside the rubric's points. */
export const aspects = [...merits, ...deductions] as const;
export type Aspect = (typeof aspects)[number];
