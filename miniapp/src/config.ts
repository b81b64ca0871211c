/** What is compiled into a release. Real ids come with the appid of the company that runs it (docs). */
export const config = {
  appVersion: '0.1.0',
  /** Origin of the API without a trailing slash; empty in h5, where the page's own origin answers. */
  apiOrigin: process.env.TARO_APP_API,
  requestTimeoutMs: 15_000,
  /** WeChat's subscribe-message template of the result. */
  templates: { result: 'tmpl_interview_result' },
  /** Version of the sentence a candidate agrees to, kept with the consent. */
  consentVersion: '2026-01',
} as const;
