import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type ErrorBody, errorStatus } from '#shared/contract/errors.ts';
import { errors as english } from '#shared/copy/en/errors.ts';
import { errors as chinese } from '#shared/copy/zh/errors.ts';
import type { Result } from '#shared/result.ts';
import type { Refused } from './route.ts';

export type Reader = { language: 'zh' | 'en'; now: Date };

/** Chinese unless the reader asks for English first. */
export const languageOf = (acceptLanguage: string | undefined): 'zh' | 'en' =>
  /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh';

/** A result as an answer: the code is for programs, the sentence for people. */
export function respond(
  result: Result<unknown, Refused>,
  { language, now }: Reader,
): APIGatewayProxyStructuredResultV2 {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-server-time': now.toISOString(),
  };
  if (result.ok) return { statusCode: 200, headers, body: JSON.stringify(result.value) };
  const { code, details } = result.error;
  const message = (language === 'en' ? english : chinese)[code];
  const body: ErrorBody = { error: { code, message, ...(details && { details }) } };
  const wait = code === 'rate_limited' ? Number(details?.seconds) : Number.NaN;
  const told = Number.isFinite(wait) ? { ...headers, 'retry-after': String(wait) } : headers;
  return { statusCode: errorStatus[code], headers: told, body: JSON.stringify(body) };
}
