import type { Words } from '../words.ts';
import type * as zh from '../zh/messages.ts';

export const sms: Words<typeof zh.sms> = {
  invitation:
    'Hello {1}, {2} invites you to the AI interview for {3}, until {4}. Open in WeChat on your phone, in a quiet place with a stable network: https://wxaurl.cn/{5} Progress is saved; when done tap End interview, top right. Help: {6}',
  invitation_booking:
    'Hello {1}, {2} invites you to the AI interview for {3}. Please pick a time until {4}. Open in WeChat: https://wxaurl.cn/{5} Help: {6}',
  booked: 'Hello {1}, your AI interview with {2} for {3}: {4}. Enter then, or move it: https://wxaurl.cn/{5} Help: {6}',
  reminder:
    'Hello {1}, a reminder: your AI interview with {2} for {3}: {4}. WeChat on your phone, a microphone, a quiet place, a stable network. Confirm, move or cancel: https://wxaurl.cn/{5} Help: {6}',
  reminder_soon:
    'Hello {1}, the AI interview with {2} for {3} ({4}) begins in {5}. Please check your device; you need a microphone, a quiet place, a stable network: https://wxaurl.cn/{6} Help: {7}',
  no_show:
    'Hello {1}, you missed the AI interview with {2} for {3} ({4}). Forgot, a technical problem, or something came up? Tell us and pick another time: https://wxaurl.cn/{5} Help: {6}',
  result: 'Hello {1}, your AI interview with {2} for {3} has been evaluated. Next: {4}. Report: https://wxaurl.cn/{5}',
  decision_second_interview:
    'Hello {1}, you passed the AI interview with {2} for {3} and go on to the second interview. Progress: https://wxaurl.cn/{4}',
  decision_offer:
    'Hello {1}, you passed the interview with {2} for {3}; an offer will follow. Progress: https://wxaurl.cn/{4}',
  second_interview:
    'Hello {1}, {2} invites you for {3} ({4}): {5}, at {6}, bring {7}. Please confirm or say that you cannot come: https://wxaurl.cn/{8} Help: {9}',
  meeting_reminder: 'Hello {1}, a reminder: {2} for {3} ({4}): {5}, at {6}. See: https://wxaurl.cn/{7} Help: {8}',
  meeting_called_off:
    'Hello {1}, your interview with {2} for {3} on {4} is called off. The recruiter will be in touch: https://wxaurl.cn/{5} Help: {6}',
  offer: 'Hello {1}, {2} makes you an offer for {3}. Please answer by {4}: https://wxaurl.cn/{5} Help: {6}',
  requisition_closed:
    'Hello {1}, {2}: the opening {3} is filled. Stay in the talent pool, or wait: https://wxaurl.cn/{4} Help: {5}',
  requisition_reopened: 'Hello {1}, {2}: the opening {3} is open again. See: https://wxaurl.cn/{4} Help: {5}',
  decision_onboarding: 'Hello {1}, you passed the interview with {2} for {3}. Progress: https://wxaurl.cn/{4}',
  decision_thanks:
    'Hello {1}, thank you for your interview with {2} for {3}. We cannot go on this time and keep your résumé for later openings. Report, or ask for a human review: https://wxaurl.cn/{4}',
  proof:
    'Your code is {1}; it counts for {2} minutes and opens your interview in another WeChat account or browser. If it was not you who asked, ignore this, and tell it to nobody.',
};

export const meeting: Words<typeof zh.meeting> = {
  round: { written_test: 'written test', second: 'second interview', final: 'final interview' },
  place: 'Place',
  material: 'Please bring',
  onPage: 'see the page',
  offer: 'The offer',
  summary: (company, position, round) => `${company}: ${round} for ${position}`,
};

export const time: Words<typeof zh.time> = {
  slot: (text) => text,
  until: (text) => `any time until ${text}`,
  left: (hours, minutes) =>
    hours === 0 ? `${minutes} min` : minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`,
};

export const wechat: Words<typeof zh.wechat> = {
  result: { title: 'Interview result', state: 'Evaluated' },
  reminder: {
    title: 'Interview reminder',
    device: 'WeChat, microphone',
    hint: 'Confirm, move, cancel',
    soon: (left) => `In ${left}`,
  },
  no_show: { title: 'Missed interview', state: 'Missed', hint: 'Tell us why; rebook' },
  change: { title: 'Interview booked', state: 'Booked', hint: 'Enter or move it here' },
  meeting: {
    state: 'To confirm',
    bring: 'As told on the page',
    hint: 'Confirm, or say no',
    called: 'Called off',
    calledHint: 'HR will be in touch',
  },
};

export const nextStep: Words<typeof zh.nextStep> = { result: 'HR will confirm; see report' };

export const wecom: Words<typeof zh.wecom> = {
  report_for_hr: {
    title: 'To review: AI report',
    candidate: 'Candidate',
    position: 'Position',
    overall: 'AI score',
    status: 'Status',
    time: 'Time',
    insufficient: 'Too little evidence',
    submitted: 'Awaiting review',
    uncalibrated: (overall) => `${overall} (uncalibrated)`,
  },
  rule_for_hr: { title: 'A rule asks you to look', status: 'A rule applies and tells you; please open the report' },
  report_missing: { title: 'No report yet', status: 'Please review by hand; the answers are saved' },
  no_show_for_hr: { title: 'Candidate did not come', status: 'Missed; asked for the reason' },
  no_show_waiting: { title: 'No-show not dealt with', status: 'No reason given yet; please call' },
  meeting_answered: {
    title: 'Answer to the arrangement',
    confirmed: 'Confirmed',
    cannot: 'Cannot come; please rearrange',
  },
  offer_answered: {
    title: 'Answer to the offer',
    accepted: 'Accepted',
    declined: 'Declined; the vacancy is free',
    lapsed: 'Not answered in time; the vacancy is free',
  },
  arrange_overdue: { title: 'Second interview not arranged', status: 'Overdue; please arrange it' },
  vacancies_left: {
    title: 'Still vacant',
    opening: 'Opening',
    progress: 'Interviews',
    left: 'Vacancies',
    done: (passed, vacancies) => `${passed}/${vacancies} passed`,
    people: (left) => `${left} still to fill`,
  },
  reminder_failed: { title: 'Reminder not delivered', status: 'No channel took it; please call' },
  human_route: { title: 'Asks for a human interview', status: 'Declined AI evaluation; please arrange one' },
};

export const email: Words<typeof zh.email> = {
  invitation: {
    subject: (company, position) => `${company} invites you to the AI interview for ${position}`,
    lead: (deadline) =>
      `Please do the interview by ${deadline}. Open it in WeChat on your phone; progress is saved as you go.`,
    action: 'Open the invitation',
  },
  invitation_booking: {
    subject: (company, position) => `${company} invites you to book the AI interview for ${position}`,
    lead: (deadline) => `Please pick a time by ${deadline}, and open it then in WeChat on your phone.`,
    action: 'Pick a time',
  },
  booked: {
    subject: (company, position) => `Booked: ${company}, AI interview for ${position}`,
    lead: (when) => `Your interview: ${when}. Enter it here then, or move it.`,
    action: 'See it or move it',
  },
  cancelled: {
    subject: (company, position) => `Cancelled: ${company}, AI interview for ${position}`,
    lead: (when) => `Your AI interview (${when}) is cancelled; there is nothing to attend.`,
    action: 'See the progress',
  },
  reminder: {
    subject: (company, position) => `Reminder: interview with ${company} for ${position}`,
    lead: (when) => `Your AI interview: ${when}. Please confirm it on the page; you can also move or cancel it there.`,
    action: 'Confirm, move or cancel',
  },
  reminder_soon: {
    subject: (company, position) => `Soon: interview with ${company} for ${position}`,
    lead: (when, left) => `Your AI interview (${when}) begins in ${left}. Please check your device first.`,
    action: 'Check the device and enter',
  },
  no_show: {
    subject: (company, position) => `Missed: ${company}, AI interview for ${position}`,
    lead: (when) =>
      `You missed the AI interview (${when}). Forgot, a technical problem, or something came up? Tell us and pick another time.`,
    action: 'Say why, or pick another time',
  },
  result: {
    subject: (company, position) => `Result: ${company}, interview for ${position}`,
    lead: () => 'Your AI interview has been evaluated. HR will confirm; you can read the report now.',
    action: 'Read the report',
  },
  decision_second_interview: {
    subject: (company, position) => `You go on to the second interview: ${company}, ${position}`,
    lead: () =>
      'You passed the AI interview and go on to the second interview. The recruiter will arrange a time with you.',
    action: 'See the progress',
  },
  decision_offer: {
    subject: (company, position) => `You passed: ${company}, ${position}`,
    lead: () => 'You passed the interview; an offer will follow.',
    action: 'See the progress',
  },
  second_interview: {
    subject: (company, position) => `Invitation: next interview with ${company}, ${position}`,
    lead: (time) =>
      `You are invited to the next interview: ${time}. Please confirm on the page, or say that you cannot come.`,
    action: 'Confirm, or say you cannot come',
  },
  meeting_reminder: {
    subject: (company, position) => `Reminder: interview with ${company}, ${position}`,
    lead: (time) => `A reminder: your next interview is ${time}.`,
    action: 'See the details',
  },
  meeting_called_off: {
    subject: (company, position) => `Called off: interview with ${company}, ${position}`,
    lead: (time) => `The interview of ${time} is called off. The recruiter will be in touch.`,
    action: 'See the progress',
  },
  offer: {
    subject: (company, position) => `Offer: ${company}, ${position}`,
    lead: (time) => `You have an offer. Please read and answer it by ${time}.`,
    action: 'Read and answer',
  },
  requisition_closed: {
    subject: (company, position) => `Opening filled: ${company}, ${position}`,
    lead: () => 'This opening is filled. You can stay in the talent pool for later ones, or wait.',
    action: 'Talent pool, or wait',
  },
  requisition_reopened: {
    subject: (company, position) => `Open again: ${company}, ${position}`,
    lead: () => 'This opening is open again; you can go on.',
    action: 'See the progress',
  },
  decision_onboarding: {
    subject: (company, position) => `You passed: ${company}, ${position}`,
    lead: () => 'You passed the interview. The recruiter will be in touch with you.',
    action: 'See the progress',
  },
  decision_thanks: {
    subject: (company, position) => `Thank you for your interview: ${company}, ${position}`,
    lead: () =>
      'We cannot go on this time and keep your résumé for later openings. You can read the report, or ask for a human review.',
    action: 'Read the report or ask for a review',
  },
  hello: (name) => `Hello ${name},`,
  time: 'Time',
  link: 'Link',
  device: 'You need',
  deviceText: 'WeChat on your phone, a microphone (a camera where asked), a quiet place, a stable network',
  help: 'Technical help',
  guide: 'Guide and frequent questions',
  calendar: 'Calendar',
  calendarText: 'The attachment puts it into your calendar',
  calendarCancelled: 'The attachment takes it out of your calendar',
  footer: (company) => `Sent by Mianliao for ${company}. Please do not reply.`,
};

export const inbox: Words<typeof zh.inbox> = {
  invitation: 'Invitation',
  booked: 'Booked',
  cancelled: 'Cancelled',
  reminder: 'Reminder',
  no_show: 'Missed interview',
  result: 'Result',
  decision: 'Next step',
  second_interview: 'Next interview',
  meeting_reminder: 'Reminder',
  meeting_called_off: 'Interview called off',
  offer: 'Offer',
  requisition_closed: 'Opening filled',
  requisition_reopened: 'Open again',
};

export const calendar: Words<typeof zh.calendar> = {
  summary: (company, position) => `${company}: AI interview for ${position}`,
  description: (help) => `WeChat on your phone, a microphone, a quiet place, a stable network. Technical help: ${help}`,
};
