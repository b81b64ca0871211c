import type { Words } from '../words.ts';
import type { proof as chinese } from '../zh/proof.ts';

export const proof: Words<typeof chinese> = {
  title: 'Confirm that it is you',
  why: 'This interview link was opened before, in another WeChat account or browser. To keep your interview yours, please confirm with a code by SMS; after that you can come in from here as well.',
  to: (phone) => `The code goes to ${phone}`,
  send: 'Send the code',
  sending: 'Sending',
  sent: (phone, minutes) => `The code was sent to ${phone} and counts for ${minutes} minutes`,
  on: (phone) => `A code was sent to ${phone} just now. Please look at your messages`,
  label: 'Code from the SMS',
  digits: '6 digits',
  confirm: 'Confirm and go on',
  confirming: 'Confirming',
  again: 'Send again',
  againIn: (seconds) => `Send again in ${seconds} s`,
  left: (times) => (times === 0 ? 'None left for today' : `${times} more today`),
  wrong: (tries) => `That is not the code. ${tries} more ${tries === 1 ? 'try' : 'tries'}`,
  noTries: 'Too many wrong codes: this one no longer counts. Please send another',
  expired: 'This code no longer counts. Please send another',
  dayOver: (wait) => `No more codes today. Please try again in ${wait}, or contact the recruiter`,
  hours: (hours) => (hours === 1 ? '1 hour' : `${hours} hours`),
  minutes: (minutes) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
  without: 'No SMS, or no longer your number? Contact the recruiter',
};
