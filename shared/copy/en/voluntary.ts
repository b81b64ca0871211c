import type { Words } from '../words.ts';
import type { voluntary as chinese } from '../zh/voluntary.ts';

export const voluntary: Words<typeof chinese> = {
  title: 'About you, if you like',
  row: 'Help us check that interviews are fair',
  rowText: (said) =>
    said ? 'You said something; change or delete it any time' : 'Voluntary; saying nothing changes nothing',
  lead: 'We count how many women and men, and how many people of each age, pass, to find out whether our rules or the AI’s scores are biased. That takes people who are willing to tell us.',
  promises: [
    'Entirely voluntary: saying nothing, little, or deleting it later has no effect on your interview or its result.',
    'Kept apart and without your name. Recruiters, scores and rules never see it.',
    'Used only for shares of groups; groups under 5 people are not shown.',
    'Change or delete it here any time, with immediate effect.',
  ],
  sex: 'Sex',
  sexes: { female: 'Female', male: 'Male', other: 'Other' },
  born: 'Year of birth',
  bornIn: (from) => `${from}–${from + 4}`,
  none: 'Not said',
  consent: 'I agree that this is used for the fairness check and nothing else',
  save: 'Save',
  needed: 'Please agree first',
  nothing: 'Nothing is filled in yet',
  saved: 'Saved. Thank you.',
  remove: 'Delete what I said',
  removed: 'Deleted.',
  savedOn: (when) => `Said ${when}`,
};
