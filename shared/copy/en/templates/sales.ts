import type { TemplateWords } from '../../../organisation/position/template-words.ts';

export const sales: TemplateWords = {
  title: 'Sales representative',
  department: 'Sales',
  briefing: {
    title: 'About the scenarios',
    text: 'In questions 3 and 4, put yourself in the situation and say what you would really say and do. There is no script. The assistant may ask one or two things more; go on as in a real conversation.',
  },
  criteria: [
    ['Sales experience', ['sales', 'account manager', 'business development', 'channel']],
    ['Customer contact', ['customer', 'client', 'negotiation', 'visits']],
    ['Results', ['revenue', 'quota', 'target', 'deals', 'signed']],
  ],
  competencies: [
    ['Communication', 'Listens first, speaks clearly, and keeps the other side willing to go on.'],
    ['Customer insight', 'Finds out real needs, doubts and how a decision is made, and answers those.'],
    ['Resilience', 'Stays steady when refused, blamed or behind target, recovers and acts.'],
    ['Drive for results', 'Has a goal and a plan, speaks in numbers, moves things to the next step.'],
    ['Culture fit', 'Honest and responsible, a team player, never promises too much.'],
  ],
  questions: [
    {
      prompt:
        'Tell us about a hesitant customer whom you won over: what was the situation, what did you do, how did it end?',
      keyPoints: [
        'Why the customer hesitated',
        'Asked to find out the real need',
        'A proposal for the doubt',
        'Kept following up',
        'The result in numbers',
      ],
    },
    {
      prompt: 'When did you last miss a target? How did you take it, and what did you change?',
      keyPoints: [
        'How far from the target',
        'Looked for causes in oneself',
        'Broke the target down into a plan',
        'Asked for advice or help',
        'What got better afterwards',
      ],
    },
    {
      prompt: 'How do you answer this call? Say your words as on the telephone, then say why.',
      setting:
        'A customer who buys for 3 million a year says: “Your quote is 20% above the others and it looks much the same. Make it cheaper or I change supplier.”',
      keyPoints: [
        'Shows understanding for the pressure',
        'Asks what is compared and the budget',
        'Total cost by quality and delivery',
        'Trades a discount for volume or terms',
        'Agrees on the time of a next step',
      ],
      asks: [
        [1, 'They say: “The others are simply cheaper.” What do you ask next?'],
        [4, 'They say: “Let me think about it.” What do you say before you hang up?'],
      ],
    },
    {
      prompt: 'What do you do in the hour after you read this message? Say it in order.',
      setting:
        'A customer of two years lost a production line because goods came three days late, and calls you “irresponsible” in a group chat before both managements. In fact the carrier’s lorry broke down.',
      keyPoints: [
        'Apologises and calms the customer first',
        'Calls or visits at once',
        'Checks cause and effect',
        'Offers a remedy and a date',
        'Gets colleagues to help',
        'Does not shift the blame',
      ],
      asks: [[3, 'The customer asks: “So what now?” How do you answer?']],
    },
    {
      prompt:
        'Write the message you would send to this customer (at most 100 words), and say in one or two sentences what you want with it.',
      setting:
        'The customer saw the sample last week, said “let me think”, and has been silent for five days. You have a test report, a case of a company like theirs, and may offer a small trial order.',
      keyPoints: [
        'Asks how the sample did',
        'Offers the report or the case',
        'Proposes a small trial order',
        'Names a time to talk',
        'Leaves the customer a choice',
      ],
    },
  ],
};
