/** How a version came to be. */
export const versionKinds = [
  'imported',
  'created',
  'saved',
  'restored',
  'bank',
  'weights',
  'weights_back',
  'archived',
  'reopened',
] as const;
