import type { TemplateWords } from '../../../organisation/position/template-words.ts';

export const support: TemplateWords = {
  title: 'Customer service agent',
  department: 'Customer service',
  briefing: {
    title: 'About the scenarios',
    text: 'In questions 3 and 4, say or write what you would tell the customer, then what you would do next. No script is needed.',
  },
  criteria: [
    ['Service experience', ['customer service', 'support', 'call centre', 'after-sales', 'complaints']],
    ['Communication', ['communication', 'patient', 'enquiries', 'reception']],
  ],
  competencies: [
    ['Empathy', 'Hears worry and anger, deals with the feeling first and then with the matter.'],
    ['Clear words', 'Clear, polite, in measure; the customer knows what comes next.'],
    ['Problem solving', 'Finds the cause, has a remedy, sees it through.'],
    ['Resilience', 'Stays even through complaints and is ready for the next person.'],
    ['Culture fit', 'Honest, promises nothing lightly, takes a customer’s problem as the team’s.'],
  ],
  questions: [
    {
      prompt: 'Tell us about a furious customer whom you calmed: what had happened, what did you do, how did it end?',
      keyPoints: [
        'Let the customer finish',
        'Showed understanding and apologised',
        'Said what could be done by when',
        'Followed it to the end',
        'How the customer reacted',
      ],
    },
    {
      prompt: 'Ten customers ask the same thing within a week while calls keep coming in. What do you do?',
      keyPoints: [
        'Records and groups the question',
        'Finds the cause',
        'Writes a standard answer',
        'Tells the department concerned',
        'Watches whether it gets less',
      ],
    },
    {
      prompt: 'How do you reply to this customer, and what do you do in the next hour?',
      setting:
        'In the chat: “It was promised for yesterday and I need it today. Who pays for this?” The system only says “in transit”.',
      keyPoints: [
        'Apologises and admits the effect',
        'Checks where it is at once',
        'Names a time for an answer',
        'Offers a replacement or compensation',
        'Comes back as promised',
      ],
      asks: [
        [2, 'They ask: “And when will you tell me?” What do you answer?'],
        [3, 'They say: “I need it today.” What else can you do?'],
      ],
    },
    {
      prompt: 'What do you tell this customer? Say your words and your reasons.',
      setting:
        'Bought 40 days ago; returns are possible within 30. The customer was travelling, asks for an exception, or else leaves a bad review.',
      keyPoints: [
        'Understands the situation',
        'Explains the rule and its reason',
        'Promises nothing against the rule',
        'Offers repair or exchange',
        'Asks a superior where needed',
      ],
    },
    {
      prompt: 'Write a standard answer to this question for all colleagues (at most 120 words).',
      setting:
        'Customers often ask: “When do I get my invoice?” It is mailed within 3 working days after receipt is confirmed, and can be downloaded on the order’s page.',
      keyPoints: [
        'When it is issued',
        'How to download it',
        'To check the mailbox or spam',
        'What to do when it is late',
        'Polite and short',
      ],
    },
  ],
};
