export const resumeWords = {
  nameLabels: ['name', 'full name'],
  graduateWords: ['fresh graduate', 'recent graduate', 'new graduate'],
  notNames: [
    'resume',
    'curriculum',
    'vitae',
    'experience',
    'education',
    'profile',
    'summary',
    'engineer',
    'manager',
    'contact',
    'skills',
  ],
} as const;
