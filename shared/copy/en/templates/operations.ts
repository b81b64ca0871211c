import type { TemplateWords } from '../../../organisation/position/template-words.ts';

export const operations: TemplateWords = {
  title: 'Operations specialist',
  department: 'Operations',
  briefing: {
    title: 'About the scenarios',
    text: 'In questions 3 and 4, say what you look at first, what you do and what you say. Be concrete and use numbers.',
  },
  criteria: [
    ['Operations experience', ['operations', 'campaign', 'community', 'content', 'growth']],
    ['Data', ['data', 'conversion', 'retention', 'Excel', 'report']],
  ],
  competencies: [
    ['Planning campaigns', 'Clear goal, complete steps, thinks of resources, risks and a plan B.'],
    ['Data analysis', 'Finds the step that matters and learns from results.'],
    ['Understanding users', 'Knows why they come and go and speaks their language.'],
    ['Getting things done', 'On time, and tells others when something changes.'],
    ['Culture fit', 'Truthful, no faked figures and no traps; works with others.'],
  ],
  questions: [
    {
      prompt: 'Tell us about a campaign that was all yours: its goal, what you did, what came of it and what it cost.',
      keyPoints: [
        'A measurable goal',
        'The target users',
        'Steps and who did what',
        'The cost',
        'The result in numbers',
        'What was learnt',
      ],
    },
    {
      prompt: 'Activity in your community has fallen for three weeks. How do you find out why, and what do you change?',
      keyPoints: [
        'Splits the data for the failing step',
        'Asks users',
        'Several hypotheses',
        'Tries it small',
        'Compares before and after',
      ],
    },
    {
      prompt: 'What do you do next? Say it in order.',
      setting:
        'Two hours in, three times as many people take part as expected, the gifts run out, and comments begin to say “false advertising”.',
      keyPoints: [
        'Checks stock and rules',
        'Updates the page at once',
        'Answers openly and sincerely',
        'Offers to send later or a substitute',
        'Reports and gets resources',
        'Reviews it afterwards',
      ],
      asks: [
        [2, 'There are a hundred doubtful comments. How do you word the answer?'],
        [3, 'What of those who took part and got nothing?'],
      ],
    },
    {
      prompt: 'How do you answer your colleague, and how do you report to your superior?',
      setting:
        'At the end of the month 5% are missing, and a colleague suggests to “fake a little, next month makes up for it”.',
      keyPoints: [
        'Says no to faked figures',
        'Gives reasons or risks',
        'Reports the gap as it is',
        'A real remedy',
        'Adjusts next month’s plan',
      ],
    },
    {
      prompt:
        'Write a plan to bring back silent users (at most 200 words): whom, by which channel, which words, what is success.',
      setting:
        'An online florist: 20,000 regulars without an order for 30 days, Teachers’ Day next month, a budget of 10,000, SMS and messages possible.',
      keyPoints: [
        'Groups the users',
        'Channel and time',
        'Concrete words',
        'A reason or an offer',
        'Keeps to the budget',
        'How success is measured',
      ],
    },
  ],
};
