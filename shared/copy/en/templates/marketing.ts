import type { TemplateWords } from '../../../organisation/position/template-words.ts';

export const marketing: TemplateWords = {
  title: 'Marketing specialist',
  department: 'Marketing',
  briefing: {
    title: 'About the scenarios',
    text: 'In questions 3 and 4, say your judgement, what you do and what you say. In question 5 write the text itself.',
  },
  criteria: [
    ['Marketing experience', ['marketing', 'brand', 'promotion', 'advertising', 'PR', 'exhibition']],
    ['Content', ['copywriting', 'social media', 'video', 'content', 'campaign']],
    ['Results', ['conversion', 'leads', 'ROI', 'data']],
  ],
  competencies: [
    ['Market insight', 'Knows to whom, why they buy, and what others do.'],
    ['Ideas and content', 'Turns features into what users care for, true and attractive.'],
    ['Measuring effect', 'Knows what came of the money and where the next goes.'],
    ['Running projects', 'Keeps time, budget and suppliers in hand.'],
    ['Culture fit', 'Truthful advertising, respect for users, works with others.'],
  ],
  questions: [
    {
      prompt: 'Which promotion of yours worked best: for whom, how, at what cost, with which result?',
      keyPoints: [
        'The target group',
        'Why these channels',
        'One’s own part',
        'The budget',
        'The effect in numbers',
        'What can be used again',
      ],
    },
    {
      prompt:
        'Which piece of content by others impressed you lately? What is good in it, and how would you change it for our product?',
      keyPoints: [
        'What it was and for whom',
        'Why it moves',
        'What can be borrowed',
        'Rewritten for the own product',
        'What should not be copied',
      ],
    },
    {
      prompt: 'What do you do? Say it in order.',
      setting:
        'A launch is on Monday, it is Friday afternoon, the main speaker cannot come, and 120 customers have signed up.',
      keyPoints: [
        'Asks for remote or another date',
        'Finds a substitute',
        'Changes agenda and material',
        'Tells customers in time',
        'Informs colleagues with a plan B',
      ],
      asks: [
        [1, 'Whom could you ask, and how?'],
        [3, 'How do you tell those who signed up?'],
      ],
    },
    {
      prompt: 'What do you report to the boss, and what do you do next?',
      setting: 'Ads for 50,000 brought 800 leads; sales says 20 are good. The boss asks: “Was it all for nothing?”',
      keyPoints: [
        'Reports the result as it is',
        'Cost of a good lead',
        'Why the others were bad',
        'Agrees with sales on what is good',
        'Proposes a change and a test',
      ],
    },
    {
      prompt: 'Write a post for social media (at most 100 words), and say in two sentences why so.',
      setting: 'A foldable commuter’s flask, 450 ml, folded as small as a phone, dishwasher-proof, 129 yuan.',
      keyPoints: [
        'Opens for the target group',
        'Features as situations',
        'True, not exaggerated',
        'A clear call to act',
        'Reasons for the wording',
      ],
    },
  ],
};
