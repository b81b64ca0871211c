import type { TemplateWords } from '../../../organisation/position/template-words.ts';

export const store: TemplateWords = {
  title: 'Shop assistant / trainee manager',
  department: 'Shops',
  briefing: {
    title: 'About the scenarios',
    text: 'In questions 3 and 4, say what you would tell the customer or colleague and what you would do. Answer as you do in a shop.',
  },
  criteria: [
    ['Shop experience', ['shop', 'store', 'retail', 'cashier', 'catering', 'sales assistant']],
    ['Service', ['service', 'customer', 'reception', 'member']],
  ],
  competencies: [
    ['Customer service', 'Warm and in measure, so that customers come back.'],
    ['Selling', 'Asks and listens, recommends what fits, does not push.'],
    ['Running the floor', 'Goods, cash, people, cleanliness and safety, also when busy.'],
    ['Learning and growing', 'Learns fast, teaches others, wants to take on more.'],
    ['Culture fit', 'Honest, punctual, reliable, fills in for others.'],
  ],
  questions: [
    {
      prompt: 'Tell us of a customer who came back because of you: what did you do?',
      keyPoints: [
        'The customer’s situation',
        'Noticed what was needed',
        'What exactly was done',
        'How the customer reacted',
        'Kept in touch or remembered',
      ],
    },
    {
      prompt: 'You train a new colleague on a shift. How do you plan the first day?',
      keyPoints: [
        'Shop and rules first',
        'Shows, then lets them do it',
        'Begins with simple things',
        'Encourages and corrects',
        'Checks what was learnt',
        'Somebody helps when busy',
      ],
    },
    {
      prompt: 'How do you serve this customer? Say your words.',
      setting:
        'A customer has looked for ten minutes, takes one thing up and puts it back. When you come closer: “I am just looking.”',
      keyPoints: [
        'Leaves room',
        'Open questions for the need',
        'Recommends with reasons',
        'Offers to try or compare',
        'Polite without a purchase',
      ],
      asks: [
        [1, 'They still look at that one. How do you begin?'],
        [2, 'They ask: “What is the difference of these two?” What do you say?'],
      ],
    },
    {
      prompt: 'What do you do, in order?',
      setting:
        'Saturday afternoon, ten people wait at the till, a colleague suddenly feels unwell and has to rest, and customers begin to complain.',
      keyPoints: [
        'Looks after the colleague first',
        'Opens a till or calls somebody',
        'Apologises and explains',
        'Calms the queue',
        'Leaves what can wait',
        'Changes the roster later',
      ],
    },
    {
      prompt: 'Sales of your goods fell by a fifth this month. How do you find out why, and what do you change?',
      keyPoints: [
        'Looks at figures and stock',
        'Looks at display and traffic',
        'Asks customers and colleagues',
        'Changes display or words',
        'Sets a goal and follows it',
      ],
    },
  ],
};
