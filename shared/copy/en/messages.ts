import type * as zh from '../zh/messages.ts';

type Words<T> = {
  [K in keyof T]: T[K] extends (...values: infer V) => string
    ? (...values: V) => string
    : T[K] extends string
      ? string
      : Words<T[K]>;
};

export const sms: Words<typeof zh.sms> = {
  invitation:
    'Hello {1}, {2} invites you to the AI interview for {3}, until {4}. Open in WeChat on your phone, in a quiet place with a stable network: https://wxaurl.cn/{5} Progress is saved; when done tap End interview, top right. Help: {6}',
  result: 'Hello {1}, your AI interview with {2} for {3} has been evaluated. Next: {4}. Report: https://wxaurl.cn/{5}',
  decision_second_interview:
    'Hello {1}, you passed the AI interview with {2} for {3} and go on to the second interview. Progress: https://wxaurl.cn/{4}',
  decision_onboarding: 'Hello {1}, you passed the interview with {2} for {3}. Progress: https://wxaurl.cn/{4}',
  decision_thanks:
    'Hello {1}, thank you for your interview with {2} for {3}. We cannot go on this time and keep your résumé for later openings. Report, or ask for a human review: https://wxaurl.cn/{4}',
};

export const wechat: Words<typeof zh.wechat> = { result: { title: 'Interview result', state: 'Evaluated' } };

export const nextStep: Words<typeof zh.nextStep> = { result: 'HR will confirm; see report' };

export const wecom: Words<typeof zh.wecom> = {
  report_for_hr: {
    title: 'To review: AI report',
    candidate: 'Candidate',
    position: 'Position',
    overall: 'AI score',
    status: 'Status',
    insufficient: 'Too little evidence',
    submitted: 'Awaiting review',
    uncalibrated: (overall) => `${overall} (uncalibrated)`,
  },
  report_missing: { title: 'No report yet', status: 'Please review by hand; the answers are saved' },
  human_route: { title: 'Asks for a human interview', status: 'Declined AI evaluation; please arrange one' },
};
