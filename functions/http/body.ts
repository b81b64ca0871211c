import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { limits } from '#shared/limits.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { Refused } from './route.ts';

type Body = { text: string; json: unknown };

/** A request's body, of a size, a depth and contents that can be kept. */
export function bodyOf(
  event: Pick<APIGatewayProxyEventV2, 'headers' | 'body' | 'isBase64Encoded'>,
): Result<Body, Refused> {
  const type = event.headers['content-type'] ?? 'application/json';
  if (!/^application\/json\b/i.test(type)) return refuse({ code: 'unsupported_media_type' });
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > limits.bodyBytes) return refuse({ code: 'payload_too_large' });
  const text = bytes.toString('utf8');
  if (isTooDeep(text)) return refuse({ code: 'malformed_json' });
  try {
    return ok({ text, json: mayHoldOdd.test(text) ? JSON.parse(text, kept) : JSON.parse(text) });
  } catch {
    return refuse({ code: 'malformed_json' });
  }
}

/** The only ways into JSON for what the table cannot keep: half a character, a number too large or too fine. */
const mayHoldOdd = /\\u[dD][89a-fA-F]|\d[eE]|\d{60}/;
/** DynamoDB keeps magnitudes of 1e-130 to 1e125. */
const [finest, largest] = [1e-100, 1e100];

/** A text that was cut through a character keeps the rest of it; a number nobody means is none. */
function kept(_: string, value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'number' || value === 0) return value;
  const size = Math.abs(value);
  return size < finest ? 0 : size > largest ? null : value;
}

const deepest = 32;

/** Nothing of ours is nested this deep; said before a parser or a schema recurses into it. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (quoted && character === '\\') i += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '{' || character === '[')) depth += 1;
    else if (!quoted && (character === '}' || character === ']')) depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
