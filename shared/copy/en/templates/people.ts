import type { TemplateWords } from '../../../organisation/position/template-words.ts';

export const people: TemplateWords = {
  title: 'HR specialist',
  department: 'Human resources',
  briefing: {
    title: 'About the scenarios',
    text: 'In questions 3 and 4, say what you would tell the person and what you would do then. Where a rule matters say what you know, and how you would check the rest.',
  },
  criteria: [
    ['HR experience', ['human resources', 'HR', 'recruiting', 'payroll', 'employee relations', 'training']],
    ['Knowledge', ['labour law', 'contracts', 'social insurance', 'attendance', 'performance']],
  ],
  competencies: [
    ['Recruiting', 'Clarifies the need, finds people, chooses fairly.'],
    ['Law and rules', 'Knows the rules of employment, what is not allowed, and how to check.'],
    ['Talking and listening', 'Hears employee and manager, says hard things clearly.'],
    ['Care and confidence', 'Exact data, personal information is safe.'],
    ['Culture fit', 'Fair, honest, the same to everybody.'],
  ],
  questions: [
    {
      prompt: 'Which post was hard to fill and was filled well: what was hard, what did you do, how did it end?',
      keyPoints: [
        'Agreed on real requirements',
        'Which channels',
        'Which standards to select',
        'Cared for candidates',
        'The result in numbers',
      ],
    },
    {
      prompt: 'What do you do in a new colleague’s first month so that no risk of employment arises?',
      keyPoints: [
        'A written contract within a month',
        'Probation and its conditions',
        'Social insurance and housing fund',
        'Checks and files documents',
        'Rules are signed for',
      ],
    },
    {
      prompt: 'How do you talk with this colleague? Say how you open and what you do then.',
      setting:
        'A good colleague of three years resigns and only says “I want a break”. The manager wants you to keep them.',
      keyPoints: [
        'A private place',
        'Listens for the real reason',
        'No pressure, no loose promises',
        'Brings a workable offer to the manager',
        'Respects the decision',
        'Handover and confidence',
      ],
      asks: [
        [1, 'They still say “no reason”. What do you ask next?'],
        [3, 'If it is the workload, what do you do?'],
      ],
    },
    {
      prompt: 'How do you reply? Say your words.',
      setting: 'A hiring manager says: “There is much overtime, so send me no résumés of women.”',
      keyPoints: [
        'Says that this is not possible',
        'Law and fairness',
        'Clarifies what the post really needs',
        'Standards by ability',
        'The same standard for all',
      ],
    },
    {
      prompt:
        'Write an advertisement for a customer service agent (at most 150 words): what they do, what is asked, how we interview.',
      setting:
        'A team of 12, five days a week in shifts; patience, typing, basic spreadsheets; an online interview and a role-play on site.',
      keyPoints: [
        'Concrete duties',
        'Requirements of the work',
        'Nothing discriminating',
        'Frank about shifts',
        'The steps of the interview',
      ],
    },
  ],
};
