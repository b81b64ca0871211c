/** What a new position says before HR has said anything. */
export const fresh = {
  introduction: (questions: number, minutes: number) =>
    `Hello, I am the interview assistant. There are ${questions} questions, about ${minutes} minutes. You may type or hold to talk; everything is saved as you go.\nTell us what you did yourself, and use numbers. AI helps to sort your answers; a recruiter judges.`,
  position: {
    title: '',
    department: '',
    briefing: { title: '', text: '' },
    criteria: [['Experience', ['experience', 'responsible', 'worked']]],
    competencies: [['Ability for the post', 'What doing this work well takes most.']],
    questions: [
      {
        prompt:
          'Tell us about something you did that is closest to this post: what was the situation, what did you do, how did it end?',
        keyPoints: ['What the situation was', 'One’s own part', 'What was difficult', 'The result by facts or numbers'],
      },
    ],
  },
} as const;
