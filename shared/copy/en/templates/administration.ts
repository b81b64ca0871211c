import type { TemplateWords } from '../../../organisation/position/template-words.ts';

export const administration: TemplateWords = {
  title: 'Office administrator',
  department: 'Administration',
  briefing: {
    title: 'About the scenarios',
    text: 'In questions 3 and 4, say in order what you do, whom you tell, and how. Answer as you usually work.',
  },
  criteria: [
    ['Administrative experience', ['administration', 'reception', 'assistant', 'office', 'facilities']],
    ['Office skills', ['Office', 'Excel', 'purchasing', 'events', 'records', 'assets']],
  ],
  competencies: [
    ['Organising', 'Knows what comes first, thinks of details and of a plan B.'],
    ['Care and reliability', 'No slips, accounts and goods agree, what is promised is answered.'],
    ['Service', 'Takes the side of colleagues and visitors, one step ahead.'],
    ['Composure', 'Stays calm when something happens and tells those concerned.'],
    ['Culture fit', 'Keeps rules and confidences, is honest, supports others.'],
  ],
  questions: [
    {
      prompt:
        'Tell us of a meeting, event or move that you organised: how many people, how planned, what went wrong, how did it end?',
      keyPoints: [
        'Size and requirements',
        'A plan with tasks',
        'Confirmed key things ahead',
        'Handled the unexpected',
        'Kept to the budget',
        'Reviewed it',
      ],
    },
    {
      prompt: 'Which small thing that you did made colleagues’ life easiest? What made you think of it?',
      keyPoints: [
        'Noticed an inconvenience',
        'Acted unasked',
        'What exactly was done',
        'Its effect',
        'Made it a habit',
      ],
    },
    {
      prompt: 'It is 9 am. What do you do, in which order, and why?',
      setting:
        'At once: a client comes at 10 and the projector is broken; the general manager’s flight has to be changed by 9:30; printing paper lasts for today only.',
      keyPoints: [
        'The flight with its time limit first',
        'Calls repair or changes the room',
        'Arranges a spare device',
        'Asks a colleague to help',
        'Orders paper the same day',
        'Reports back in time',
      ],
      asks: [
        [2, 'Repair comes at 11. What about the meeting?'],
        [5, 'The general manager is on the road. How do you tell them?'],
      ],
    },
    {
      prompt: 'How do you handle this? What do you say?',
      setting:
        'A department head asks you to pay for gifts without an approval: “I bring the form later, it is all for the company.”',
      keyPoints: [
        'Explains the rule politely',
        'Does not pay first',
        'Names the steps of approval',
        'Offers to speed it up',
        'Asks a superior where needed',
      ],
    },
    {
      prompt: 'Write a notice to everybody (at most 120 words).',
      setting:
        'Saturday 9:00-18:00 power is off for repairs: no lifts, IT shuts down servers before, food has to leave the fridges by Friday, whoever works goes elsewhere.',
      keyPoints: [
        'Time and area',
        'What it means for colleagues',
        'What each has to do',
        'What there is instead',
        'Whom to contact',
      ],
    },
  ],
};
