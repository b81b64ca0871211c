/** What is compiled into a release. Real ids come with the appid of the company that runs it (docs). */
export const config = {
  appVersion: '0.1.0',
  /** Origin of the API without a trailing slash; empty in h5, where the page's own origin answers. */
  apiOrigin: process.env.TARO_APP_API,
  requestTimeoutMs: 15_000,
  /** WeChat's subscribe-message templates, one for each kind of message. */
  templates: {
    result: 'tmpl_interview_result',
    reminder: 'tmpl_interview_reminder',
    no_show: 'tmpl_interview_no_show',
    change: 'tmpl_interview_change',
  },
  /** Version of the sentence a candidate agrees to, kept with the consent. */
  consentVersion: '2026-01',
} as const;
