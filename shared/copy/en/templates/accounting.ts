import type { TemplateWords } from '../../../organisation/position/template-words.ts';

export const accounting: TemplateWords = {
  title: 'Accountant',
  department: 'Finance',
  briefing: {
    title: 'About the scenarios',
    text: 'In questions 3 and 4, say your judgement, its ground and your steps. Question 5 may be written or uploaded as a sheet.',
  },
  criteria: [
    ['Accounting experience', ['accountant', 'accounting', 'finance', 'ledger', 'receivable', 'payable', 'cost']],
    ['Qualification', ['CPA', 'ACCA', 'certificate', 'accountant']],
    ['Tools', ['Excel', 'Kingdee', 'Yonyou', 'SAP', 'ERP']],
  ],
  competencies: [
    ['Professional skill', 'Standards and tax law in daily use; entries, statements and filings are right.'],
    ['Care', 'Books and things agree; a difference is followed to its end.'],
    ['Compliance', 'Holds the line and keeps the evidence.'],
    ['Working with others', 'Explains what finance needs in the words of the business.'],
    ['Culture fit', 'Honest, discreet, responsible.'],
  ],
  questions: [
    {
      prompt: 'Go through a month-end closing in order: which steps, and how do you make sure that nothing is missed?',
      keyPoints: [
        'Reconciles bank and accounts',
        'Depreciation and accruals',
        'Transfers cost and profit',
        'Cross-checks the statements',
        'How it is checked',
        'When it is done',
      ],
    },
    {
      prompt: 'Tell us of a difference in the books that you found and cleared up.',
      keyPoints: [
        'How it was found',
        'The steps of looking',
        'The root cause',
        'Corrected with evidence',
        'How to prevent it',
      ],
    },
    {
      prompt: 'How do you reply, and what do you do?',
      setting:
        'A sales manager brings restaurant receipts to be booked as “conference”; the boss has agreed by word of mouth.',
      keyPoints: [
        'Says it cannot be booked so',
        'Checks what really happened',
        'Asks for approval and documents',
        'Books by its true nature',
        'Reports where needed',
      ],
      asks: [[1, 'They say: “It really was at a conference.” How do you check?']],
    },
    {
      prompt: 'It is the 14th. What do you do, in order?',
      setting:
        'VAT is due tomorrow. An input invoice of last month, already deducted, turns out to be wrong and the supplier has to reverse it.',
      keyPoints: [
        'Checks invoice and filing',
        'Transfers the input tax out',
        'Files in time',
        'Asks for the red-letter invoice',
        'Tells the superior and keeps records',
      ],
    },
    {
      prompt: 'Write the entries, and say what they do to this month’s profit.',
      setting:
        '1. Goods sold on credit, 100,000 without tax, VAT 13%, cost 60,000; 2. depreciation of office equipment 5,000; 3. rent of next quarter prepaid, 90,000.',
      keyPoints: [
        'Revenue and output tax',
        'Cost of sales',
        'Depreciation as administrative expense',
        'Rent as prepayment',
        'Profit rises by 35,000',
      ],
    },
  ],
};
