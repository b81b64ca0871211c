import type { HrHelpCopy } from '../zh/hr-help.ts';

export const hrHelp: HrHelpCopy = {
  open: 'How to use this page',
  course: (title) => `Course: ${title}`,
  faq: 'Frequent questions',
  sandbox: 'Rehearse it',
  close: 'Got it',
  pages: {
    workbench: {
      title: 'Hiring assistant',
      lines: [
        'The numbers on top are people by status; tap one to see only those.',
        'New results appear by themselves.',
        'Whoever has waited for more than 24 hours turns warm; please look there first.',
      ],
      course: 'results',
    },
    invite: {
      title: 'Inviting',
      lines: [
        'Sorted by how well the résumé matches, each match with its line.',
        'Below the threshold nobody can be invited.',
        'One SMS goes out when you confirm; tapping twice never sends twice.',
      ],
      course: 'start',
    },
    review: {
      title: 'Results and decisions',
      lines: [
        'Tap a quote to hear or read that passage.',
        'Look for yourself before deciding on a score that is not calibrated.',
        'A decision can be undone until its message goes out.',
        'If the status does not match what happened, sync or correct it under “Dossier”.',
      ],
      course: 'results',
    },
    slots: {
      title: 'Times',
      lines: [
        'Candidates can only book the times opened here.',
        'Closing a time does not take away places that are booked.',
        'On a wide screen you see a week.',
      ],
      course: 'start',
    },
    rules: {
      title: 'Rules',
      lines: [
        'From top to bottom; the first rule that fits holds.',
        'Hatched scores have no rule and go to a person.',
        'Offers and rejections are proposed; you confirm them.',
      ],
      course: 'results',
    },
    positions: {
      title: 'Positions and questions',
      lines: [
        'The weights of all dimensions add up to 100%.',
        'Changes reach later invitations only.',
        'You can look at it as a candidate would.',
      ],
      course: 'start',
    },
    editor: {
      title: 'Editing a position',
      lines: [
        'Saving makes a new version for later invitations only; older ones can be restored.',
        '“Checks”, at the side or at the end on a phone, names what would get in the way of saving or scoring.',
        'What is not saved yet stays on this device.',
      ],
      course: 'start',
    },
    questions: {
      title: 'Question bank',
      lines: [
        'Questions of all positions and of the bank, found by kind or words.',
        'Once in the bank other positions can use a question, and its changes are versions.',
        'Adding one to a position makes a new version of it, for later invitations only.',
      ],
      course: 'start',
    },
    intake: {
      title: 'Adding candidates',
      lines: [
        'Tables, résumé files, or a QR code that collects résumés.',
        'Every row is previewed; rows with a problem are left out.',
        'Adding invites nobody; that stays with you.',
      ],
      course: 'start',
    },
    status: {
      title: 'Status check',
      lines: [
        'After each end and every day all places are checked; what differs is put right and noted.',
        '“Sync again” holds all four against the record of events. No message goes out.',
        'If it still does not match what happened, correct the status in the dossier with a reason.',
      ],
      course: 'exits',
    },
    training: {
      title: 'Learning',
      lines: [
        'Courses take two or three minutes; your place is kept.',
        'In the rehearsal you play the candidate and try every way out.',
        'Messages hold what is new and live trainings.',
      ],
    },
    sandbox: {
      title: 'Rehearsal',
      lines: [
        'Tap what the candidate does and watch all four places.',
        'Rules and times are those of real interviews; nothing is saved or sent.',
      ],
      course: 'exits',
    },
    organisation: {
      title: 'Departments and openings',
      lines: [
        'Tap a department for its positions, its openings and who is about to join; vacant = posts less people in post.',
        '“1/2 interviews done”: people who passed, of the vacancies when the opening began.',
        'A filled opening closes by itself and whoever waits is told; it can be reopened when somebody drops out.',
        'An import lists what would be new, changed and gone before anything is taken over.',
        'While an owner is away, the deputy of the opening gets the messages.',
      ],
      course: 'start',
    },
    figures: {
      title: 'Figures',
      lines: [
        'Every rate says of how many it is and where the truth most likely lies; where there are few people it says so.',
        'A whisker or a pale band is the 95% interval: the shorter, the surer.',
        'Tap a bar, a step of the funnel or a point in time for the people behind it.',
        'Each chart can be turned into a table at its upper right.',
        '“Before and after” shows whether a change helped; where the interval holds zero, no change can be told.',
        'The filter stands in the address: keep it or send it on.',
      ],
    },
    settings: {
      title: 'Company settings',
      lines: [
        'Each says its default, and what was changed can go back to it.',
        'A change concerns later invitations; those sent stay as they are.',
        'What a position has of its own comes first.',
        'A save can be undone at once.',
      ],
    },
    learning: {
      title: 'Learning and fairness',
      lines: [
        'What is found comes from your own interviews, weekly, or now if you ask for it.',
        'Each number says how sure it is; of few people it says that nothing can be seen yet.',
        'Proposed weights and questions take a named person, concern later invitations only, and can be taken back.',
        'Fairness looks at shares of groups and never shows what one person said of themselves.',
        'What is found here moves nobody’s score and no decision.',
      ],
    },
  },
};
