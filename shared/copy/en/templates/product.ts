import type { TemplateWords } from '../../../organisation/position/template-words.ts';

export const product: TemplateWords = {
  title: 'Product manager',
  department: 'Product',
  briefing: {
    title: 'About the scenarios',
    text: 'In questions 3 and 4, say how you judge, what you say and what you do first. There is no right answer; we want to see how you take a problem apart.',
  },
  criteria: [
    ['Product experience', ['product manager', 'product owner', 'requirements']],
    ['Users and data', ['user research', 'interviews', 'data analysis', 'A/B']],
    ['Delivery', ['launch', 'iteration', 'project management', 'cross-functional']],
  ],
  competencies: [
    ['User insight', 'Starts from what users do and struggle with; tells a need from a solution.'],
    ['Taking problems apart', 'Parts that do not overlap and leave nothing out, in order.'],
    ['Sense for data', 'Defines success first, tests it, and changes opinion.'],
    ['Moving others', 'Gets people to one direction without authority.'],
    ['Culture fit', 'Honest about wrong calls, respects users and colleagues.'],
  ],
  questions: [
    {
      prompt:
        'Tell us about a need that you found with users and brought to launch: how found, how confirmed, with which result?',
      keyPoints: [
        'Which users in which situation',
        'Confirmed by interviews or data',
        'Compared alternatives',
        'One’s own trade-offs',
        'The result in numbers',
      ],
    },
    {
      prompt: 'A feature that you believed in did badly after launch. What did you do?',
      keyPoints: [
        'A measure was set before',
        'Took the data apart for causes',
        'Went back to users',
        'Changed or removed it',
        'What was learnt',
      ],
    },
    {
      prompt: 'What do you do? Tell us your analysis and your first step.',
      setting:
        'The boss says: “Our app has to be easy for elderly users too, next month.” You have two developers and a designer.',
      keyPoints: [
        'Clarifies goal and measure',
        'Learns their real difficulties',
        'Goes through the flow for obstacles',
        'Orders by value and cost',
        'Plans tests with users',
        'Says what fits in a month',
      ],
      asks: [
        [1, 'How will you find out what they really struggle with?'],
        [3, 'With two developers: what first, what not at all?'],
      ],
    },
    {
      prompt: 'How do you move this on? Whom do you talk to, and what do you say?',
      setting:
        'Your feature needs another team’s interface; they are booked for two months, and you promised a customer six weeks.',
      keyPoints: [
        'The shared goal and the effect',
        'Learns their difficulty',
        'A smaller scope or another way',
        'Involves superiors where needed',
        'Keeps the customer informed',
      ],
    },
    {
      prompt: 'Write one page for “more new users come back on day 7”: goal, hypotheses, what to do, how to judge it.',
      setting:
        'A bookkeeping app: sign-up is fine, day-7 retention is 12%. Of those with more than three entries it is 41%.',
      keyPoints: [
        'A measurable goal',
        'Hypotheses of causes',
        'Built around the key action',
        'States priorities',
        'Judged by experiment or control',
        'Risks or side effects',
      ],
    },
  ],
};
