import type { notices as chinese } from '../zh/notices.ts';

const ai = {
  head: 'What the AI does',
  text: 'For every question the AI looks in your answer for the points that were written down for this position beforehand, and quotes your own words for each. The total is added up by fixed rules. It looks at no photos, reads no faces and no feelings out of a voice, and infers no age, sex, origin or health. People decide who is hired; where the AI is not sure there is no number and a person looks.',
};
const human = {
  head: 'Rather without AI',
  text: 'Before the interview and while it lasts you can choose to be interviewed by a person. It is an equal way and does not count against you. Once there is a result you can contest it, correct the transcript, and ask for a review by a person.',
};
const rights = {
  head: 'Your rights',
  text: 'Under “My data and rights” you can see and download your data, correct it, take a consent back, and ask for deletion. You are given a certificate of a deletion. The audit keeps ids and no identity.',
};
const kept = {
  head: 'How long it is kept',
  text: 'Data of people who were not hired is kept after the last contact for as long as the company has set, and then deleted by itself; recordings for less. A legal duty to keep it suspends that. Backups expire within 35 days of a deletion.',
};

/** Templates of notices that a company edits. */
export const notices: typeof chinese = {
  cn: {
    title: 'How your personal information is used',
    paragraphs: [
      {
        head: 'Who uses it',
        text: 'The company that is hiring for this position; its contact is at the foot of the page. Mianliao provides the interview on its behalf and trains no general model with your answers.',
      },
      {
        head: 'What, and what for',
        text: 'Name, phone, mail, résumé, your answers and, if you agree, recordings: to arrange the interview and to see how you match the position. The basis is your consent (PIPL, article 13). Recordings are asked for separately; you can type every answer instead.',
      },
      ai,
      human,
      {
        head: 'Automated decisions',
        text: 'Under article 24 of the PIPL the outcome has to be fair; you may ask for an explanation and refuse a decision that was made by automated means alone.',
      },
      kept,
      {
        head: 'Who receives it',
        text: 'SMS, WeChat and mail receive what they need to deliver a message. Data is stored in mainland China; before any of it leaves you are told and asked separately.',
      },
      rights,
    ],
  },
  eu: {
    title: 'Privacy and the use of AI',
    paragraphs: [
      {
        head: 'Controller and basis',
        text: 'The controller is the company that is hiring. The basis is steps at your request before a contract (GDPR art. 6(1)(b)); for recordings and behaviour notes it is your consent (art. 6(1)(a)).',
      },
      {
        head: 'A high-risk AI system',
        text: 'AI used in hiring is high-risk under Annex III of the EU AI Act. Trained people oversee it and may overrule any score; every judgement is recorded with its model version and your own words as evidence.',
      },
      ai,
      human,
      {
        head: 'Automated decisions',
        text: 'No decision with legal or similarly significant effect rests on automated processing alone (GDPR art. 22). You may ask for a person, say your view, contest, and be given an explanation (AI Act art. 86).',
      },
      kept,
      rights,
      {
        head: 'Complaints',
        text: 'You may complain to your data protection authority. The company’s contact for data protection is at the foot of the page.',
      },
    ],
  },
  us_ny: {
    title: 'Automated employment decision tool (New York City)',
    paragraphs: [
      {
        head: 'A tool is used',
        text: 'Under Local Law 144 of 2021 you are told that an automated employment decision tool helps to assess interviews for this position. This notice is given at least ten business days before it is used.',
      },
      {
        head: 'What is assessed',
        text: 'Abilities the job needs, from your answers to the interview questions. They and their weights are named in the introduction to the interview.',
      },
      ai,
      {
        head: 'Bias audit',
        text: 'The tool had a bias audit by an independent auditor within the last year. The summary and the date from which the tool is used are published on the company’s careers page.',
      },
      {
        head: 'Another way, and accommodation',
        text: 'You may ask for an assessment without the tool, or for a reasonable accommodation: choose to be interviewed by a person, or contact the company.',
      },
      {
        head: 'Data',
        text: 'You may ask in writing which data is collected, from where, and how long it is kept; the company answers within thirty days.',
      },
      rights,
    ],
  },
  us_il: {
    title: 'AI video interview (Illinois)',
    paragraphs: [
      {
        head: 'AI may be used',
        text: 'Under the Illinois Artificial Intelligence Video Interview Act you are told that AI may be used to analyse your interview and consider your fitness for the position.',
      },
      ai,
      {
        head: 'Your consent',
        text: 'Without your consent no AI judges you. You may refuse and be interviewed by a person.',
      },
      {
        head: 'Who may see it',
        text: 'Videos are shared only with people whose expertise is needed to assess your fitness.',
      },
      {
        head: 'Deletion',
        text: 'Within thirty days of your request the company deletes your interviews and has everybody who received a copy delete it, electronic backups included.',
      },
      rights,
    ],
  },
};
