import type { TemplateWords } from '../../../organisation/position/template-words.ts';

export const data: TemplateWords = {
  title: 'Data analyst',
  department: 'Data',
  briefing: {
    title: 'About the coding exercise',
    text: 'In question 3 write SQL or Python of any dialect and explain your thoughts; it need not run. Write in the box or upload a file. There is 1 minute to read and 12 minutes to answer.',
  },
  criteria: [
    ['Analysis', ['data analysis', 'business analysis', 'BI', 'reports']],
    ['Tools', ['SQL', 'Python', 'Excel', 'Tableau', 'Power BI']],
    ['Statistics', ['statistics', 'A/B', 'hypothesis', 'regression', 'mathematics']],
  ],
  competencies: [
    ['Understanding the business', 'Clarifies the problem first; the measure fits it.'],
    ['Technique', 'Right data, fitting methods, checks them.'],
    ['Careful conclusions', 'Tells correlation from cause and says what is uncertain.'],
    ['Being understood', 'Others understand and act on it.'],
    ['Culture fit', 'Honest with data, protects privacy, works with others.'],
  ],
  questions: [
    {
      prompt:
        'When did an analysis of yours change a decision: what was the problem, how did you analyse, what followed?',
      keyPoints: [
        'The business problem',
        'Source and definition of data',
        'The method',
        'A conclusion to act on',
        'Its effect by results',
      ],
    },
    {
      prompt: 'After a new version conversion went from 5.0% to 5.4%. Somebody says “it works”. How do you test that?',
      keyPoints: [
        'Asks for control group and time',
        'Sample size and significance',
        'Rules out campaigns or season',
        'Definition and tracking',
        'Groups or side effects',
        'States uncertainty',
      ],
    },
    {
      prompt: 'Write the query, and say how you check that it is right.',
      setting:
        "Table orders(order_id, user_id, created_at, amount, status). For each month: new customers (first payment in that month) and the share of them who paid again within 30 days. status = 'paid' is paid.",
      keyPoints: [
        'Finds each user’s first payment',
        'New customers by month',
        'The 30 days handled right',
        'Counts paid orders only',
        'Nobody counted twice',
        'How it is checked',
      ],
    },
    {
      prompt: 'What do you do? Tell us the order of your analysis.',
      setting:
        'On Monday morning the daily report shows 30% fewer orders yesterday. People already ask whether the system broke.',
      keyPoints: [
        'Checks that the data is complete',
        'Compares with the same day before',
        'Splits by channel or region',
        'Looks at every step of the funnel',
        'Asks engineering and operations',
        'Reports progress and uncertainty',
      ],
      asks: [
        [0, 'How do you tell wrong data from fewer orders?'],
        [2, 'If the data is right, what do you split first?'],
      ],
    },
    {
      prompt: 'How do you reply? Say your words.',
      setting:
        'A manager reports to the boss tomorrow and asks you to “change the definition so that growth looks better”.',
      keyPoints: [
        'Asks what the report is for',
        'Does not change it to mislead',
        'Names the risk',
        'Offers true highlights',
        'Writes the definition down',
      ],
    },
  ],
};
