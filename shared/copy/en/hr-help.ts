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
  },
};
