import type { Words } from '../words.ts';
import type { privacy as chinese } from '../zh/privacy.ts';
import { devices } from './devices.ts';

export const privacy: Words<typeof chinese> = {
  devices,
  sessions: {
    text: 'Sign out here what you do not know or no longer use.',
    note: 'That device has to sign in again within a minute. What was saved stays.',
    ended: 'Signed out.',
  },
  title: 'My data and rights',
  row: 'My data and rights',
  rowText: 'See, download, take consents back, delete',
  lead: (company: string) => `What ${company} keeps of you, what the AI did, and what you may ask for.`,
  signedOut:
    'You are not signed in. Come by the link of your invitation to see and manage your data. If it was deleted, look at the certificate below.',
  ai: {
    title: 'What the AI does',
    items: [
      'It looks in each answer for the points that were written down for the position, and quotes your own words',
      'Scores are added up by fixed rules; where it is not sure there is none, and a person looks',
      'It looks at no photos, reads no faces or feelings, and infers no age, sex or health',
      'People decide. You may ask for an explanation, contest, and have a person review it',
    ],
  },
  notice: {
    show: 'Read the whole notice',
    hide: 'Hide the notice',
    version: (name: string) => `Version ${name}`,
    changed:
      'The company changed its notice. What you agreed to stays as it was; a new purpose is off until you agree to it.',
  },
  consents: {
    title: 'What I agreed to',
    none: 'You have not started an interview yet, so there is nothing to take back.',
    purposes: {
      ai_evaluation: 'Evaluation with the help of AI',
      recording: 'Sound and video recordings',
      behaviour: 'Noting when I leave the page while answering',
    },
    given: (when: string, version: string) => `Agreed ${when} · notice ${version}`,
    refused: 'Not agreed to',
    takenBack: (when: string) => `Taken back ${when}`,
    withdraw: 'Take back',
    ask: (purpose: string) => `Take back “${purpose}”`,
    effects: {
      ai_evaluation:
        'Interviews that are still open go on with a person, which does not count against you. What was judged stays; you may ask for a review by a person.',
      recording: 'Recordings of interviews that are over are deleted, the words stay. You can type from now on.',
      behaviour: 'From now on nothing of the kind is noted.',
    },
    confirm: 'Take it back',
    done: 'Taken back.',
    leftToPeople: (count: number) =>
      `Taken back. ${count} ${count === 1 ? 'interview goes' : 'interviews go'} on with a person; the company will contact you.`,
  },
  human: {
    title: 'A person instead, corrections, objections',
    none: 'There is no interview at present.',
    open: 'Rather without AI? Choose to be interviewed by a person; it is an equal way.',
    judged: 'You can correct what was misheard, contest the result, and ask for a review by a person.',
    over: 'This interview is over. You can contact the company with questions.',
    go: 'Go',
  },
  data: {
    title: 'Download my data',
    text: 'Résumé, answers, transcripts, reports, messages, decisions, consents, what you said of yourself and where you are signed in, in one JSON file. Recordings and the résumé’s original come as links that open for some minutes. What is not in it is named with the reason.',
    download: 'Download',
    readable: 'Look first',
    hide: 'Hide',
    file: 'my-interview-data.json',
    copied: 'Copied; paste it to keep it',
    kept: (unhired: number, pool: number, recordings: number) =>
      `Kept for ${unhired} months if you are not hired, ${pool} in the talent pool, recordings ${recordings}; then deleted by itself.`,
    counts: {
      interviews: 'Interviews',
      messages: 'Messages',
      applications: 'Applications',
      files: 'Files',
      consents: 'Consents',
      sessions: 'Devices',
    },
    count: (name: string, count: number) => `${name}: ${count}`,
    notGiven: {
      derived: 'Copies worked out from the above, to find and to count. Nothing new is in them.',
      expires:
        'Short records that keep the service going (operation ids, receipts, limits, lists the company imported); deleted by themselves within days.',
      audit: 'Who saw or changed your data, and when: ids only, kept as proof. Ask the company who it was.',
      others:
        'Ratings that staff made to calibrate the scorer, phrases they accepted, comparisons with other answers: they decide nothing about you and concern others too.',
      law: 'Whether the law forbids to delete your data for now, and why: ask the company.',
    },
  },
  erasure: {
    title: 'Delete my data',
    text: 'Answers, recordings, résumé, reports and messages are deleted for good. Interviews under way are cancelled. Numbers and ids without an identity stay.',
    ask: 'Ask for deletion',
    askTitle: 'Delete everything?',
    askText: (days: number) =>
      `The company deals with it soon; on day ${days} it happens by itself. Until then you can take the request back.`,
    confirm: 'Ask for deletion',
    keep: 'Not now',
    asked: (when: string) => `Asked for; carried out by ${when}`,
    running: 'Being deleted',
    settling: 'Deleted, looked at once more',
    takeBack: 'Take the request back',
    code: 'Code',
    codeText: 'Keep this code. Once your data is deleted you cannot sign in; with it you can see the certificate.',
    copyCode: 'Copy the code',
    copied: 'Copied',
  },
  certificate: {
    title: 'Certificate of deletion',
    text: 'Deleted already? Enter the code you were given to see the certificate.',
    placeholder: 'Code',
    look: 'Show it',
    unknown: 'There is no certificate for this code.',
    states: {
      asked: 'Asked for, not carried out yet',
      running: 'Being deleted',
      settling: 'Deleted, being checked',
      done: 'Deleted and checked',
      withdrawn: 'Request taken back',
    },
    rows: {
      company: 'Company',
      state: 'State',
      askedAt: 'Asked for',
      begunAt: 'Begun',
      doneAt: 'Checked',
      erased: 'What',
      hash: 'Checksum',
    },
    counts: {
      interviews: 'interviews',
      answers: 'answers',
      recordings: 'recordings',
      reports: 'reports',
      notes: 'notes',
      messages: 'messages',
      files: 'files',
    },
    count: (name: string, count: number) => `${count} ${name}`,
    between: ', ',
  },
};
