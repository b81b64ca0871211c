import type { TemplateWords } from '../../../organisation/position/template-words.ts';

export const frontend: TemplateWords = {
  title: 'Frontend engineer',
  department: 'Engineering',
  briefing: {
    title: 'About the coding exercise',
    text: 'In question 3 write code or pseudo-code in any language or framework, with its complexity and how you would test it; it need not run. Write in the box or upload a file. There is 1 minute to read and 15 minutes to answer.',
  },
  criteria: [
    ['Frontend development', ['frontend', 'front-end', 'JavaScript', 'TypeScript']],
    ['Frameworks', ['React', 'Vue', 'Angular', 'Taro']],
    ['Tooling', ['webpack', 'Vite', 'Node.js', 'CI', 'performance']],
  ],
  competencies: [
    ['Coding', 'Correct and clear code, edge cases, knows how to verify it.'],
    ['Performance and experience', 'Finds by data what is slow, cares for real devices and networks.'],
    ['Engineering quality', 'Tests, reviews, maintainable for those who come after.'],
    ['Collaboration', 'Talks differences through with design, product and backend.'],
    ['Culture fit', 'Owns results, is honest about problems, shares knowledge.'],
  ],
  questions: [
    {
      prompt: 'Which was the hardest frontend feature you built: what was hard, how did you design it, how did it do?',
      keyPoints: [
        'The need and the difficulty',
        'Compared alternatives',
        'The design and its trade-offs',
        'Handled errors or compatibility',
        'The effect in numbers',
      ],
    },
    {
      prompt: 'A page takes 6 seconds to open on a cheap phone. How do you find out why, improve it, and prove it?',
      keyPoints: [
        'Measures first and finds the bottleneck',
        'Less on the first screen, split bundles',
        'Images and caching',
        'Fewer long tasks on the main thread',
        'Compares real user data',
        'Prevents it from coming back',
      ],
    },
    {
      prompt: 'Implement this, and give the time complexity and the test cases you would write.',
      setting:
        'Implement schedule(tasks, limit): tasks are functions that return promises, at most limit run at once; when all are settled, return the results in their order; a failed task does not disturb others and leaves its error in its place.',
      keyPoints: [
        'Limits how many run at once',
        'Keeps the order of results',
        'A failure does not disturb others',
        'Empty list and too large a limit',
        'States the complexity',
        'Lists test cases',
      ],
    },
    {
      prompt: 'What do you do? Say whom you talk to, what you say, and how it is decided.',
      setting:
        'Two days before release a designer wants an elaborate transition, product agrees; you estimate three days and it would stutter on cheap phones.',
      keyPoints: [
        'Asks what it is meant to achieve',
        'Shows the risk by data',
        'Offers a cheaper alternative',
        'Decides together',
        'Agrees on a later iteration',
      ],
      asks: [[2, 'The designer says: “Without it the experience is worse.” What do you propose?']],
    },
    {
      prompt: 'How do you make sure that others dare to change your code? Give a real example.',
      keyPoints: [
        'Automated tests',
        'Code review',
        'Clear names and parts',
        'Types or documentation',
        'A real example',
      ],
    },
  ],
};
