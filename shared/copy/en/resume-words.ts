export const resumeWords = {
  nameLabels: ['name', 'full name'],
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
