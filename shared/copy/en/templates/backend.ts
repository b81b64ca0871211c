import type { TemplateWords } from '../../../organisation/position/template-words.ts';

export const backend: TemplateWords = {
  title: 'Backend engineer',
  department: 'Engineering',
  briefing: {
    title: 'About the coding exercise',
    text: 'In question 3 write code or pseudo-code in any language, with its complexity and how you would test it; it need not run. Write in the box or upload a file. There is 1 minute to read and 15 minutes to answer.',
  },
  criteria: [
    ['Backend development', ['backend', 'back-end', 'server', 'microservices', 'API']],
    ['Languages', ['Java', 'Go', 'Node.js', 'Python', 'TypeScript', 'C++', 'PHP']],
    ['Storage', ['MySQL', 'PostgreSQL', 'Redis', 'MongoDB', 'database', 'message queue']],
  ],
  competencies: [
    ['Coding', 'Correct and clear code, edge cases and concurrency, knows how to verify it.'],
    ['System design', 'Designs for scale and failure, can name the trade-offs.'],
    ['Engineering quality', 'Tests, monitoring, releases; learns from incidents.'],
    ['Collaboration', 'Makes problems clear to product, frontend and operations.'],
    ['Culture fit', 'Owns results, is honest about failures, shares knowledge.'],
  ],
  questions: [
    {
      prompt:
        'Describe a service you were responsible for: its scale, what you designed, and how you solved its biggest problem.',
      keyPoints: [
        'The scale or traffic',
        'What was one’s own part',
        'The design and its trade-offs',
        'The problem and its solution',
        'The result in numbers',
      ],
    },
    {
      prompt: 'An endpoint suddenly slows down and some requests time out. In which order do you look and act?',
      keyPoints: [
        'Stops the damage: roll back, limit or scale',
        'Narrows it down by metrics and logs',
        'Looks at recent changes',
        'Checks database or downstream',
        'Reviews it afterwards',
        'Adds monitoring or alarms',
      ],
      asks: [[0, 'The cause is not found yet and users complain. What comes first?']],
    },
    {
      prompt: 'Implement this, and give the time complexity and the test cases you would write.',
      setting:
        'Implement a rate limiter allow(userId, now): at most 100 passes per user in any 60 seconds; true when it passes. now is in milliseconds and never goes back; there are many users, so mind the memory.',
      keyPoints: [
        'Counts a sliding window correctly',
        'Users do not affect each other',
        'Drops what has expired',
        'Handles the edge of the window',
        'States time and space complexity',
        'Lists test cases',
      ],
    },
    {
      prompt: 'What do you do? Say your judgement, whom you talk to and what you say.',
      setting:
        'Product wants “sent twice, ordered once” live tomorrow. The order endpoint is not idempotent, and a proper change takes a week.',
      keyPoints: [
        'Names risk and effect',
        'A way for tomorrow, such as a unique key',
        'The proper plan and its time',
        'Agrees on the trade-off',
        'Adds tests and monitoring',
      ],
    },
    {
      prompt: 'What was the last production problem that you caused? How was it found, and what changed since?',
      keyPoints: [
        'Names the cause frankly',
        'How it was found',
        'How it was recovered',
        'A change of process or tests',
        'The effect of that change',
      ],
    },
  ],
};
