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
  decision_onboarding: 'Hello {1}, you passed the interview with {2} for {3}. Progress: https://wxaurl.cn/{4}',
  decision_thanks:
    'Hello {1}, thank you for your interview with {2} for {3}. We cannot go on this time and keep your résumé for later openings. Report, or ask for a human review: https://wxaurl.cn/{4}',
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
  report_missing: { title: 'No report yet', status: 'Please review by hand; the answers are saved' },
  no_show_for_hr: { title: 'Candidate did not come', status: 'Missed; asked for the reason' },
  no_show_waiting: { title: 'No-show not dealt with', status: 'No reason given yet; please call' },
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
  footer: (company) => `Sent by Mianliao for ${company}. Please do not reply.`,
};

export const inbox: Words<typeof zh.inbox> = {
  invitation: 'Invitation',
  booked: 'Booked',
  reminder: 'Reminder',
  no_show: 'Missed interview',
  result: 'Result',
  decision: 'Next step',
};

export const calendar: Words<typeof zh.calendar> = {
  summary: (company, position) => `${company}: AI interview for ${position}`,
  description: (help) => `WeChat on your phone, a microphone, a quiet place, a stable network. Technical help: ${help}`,
};
