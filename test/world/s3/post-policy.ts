import * as z from 'zod';
import type { WorldClock } from '../clock.ts';
import type { SizeRange } from './blob.ts';
import { largestUpload } from './blob.ts';
import { S3Error } from './s3-error.ts';
import { assertSignature, readScope, type S3Credentials } from './signature.ts';

const size = z.union([z.int().min(0), z.string().regex(/^\d+$/).transform(Number)]);
const policyShape = z.object({
  expiration: z.iso.datetime({ offset: true }),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), size, size]),
      z.tuple([z.string().regex(/^(eq|starts-with)$/i), z.string().startsWith('$'), z.string()]),
      z.record(z.string(), z.string()),
    ]),
  ),
});

/**
 * Checks the signature, the expiry by the world's clock and that every condition holds and every field is covered by one.
 * Returns the sizes that the policy allows. `fields` has lower-case names, and `bucket` among them.
 */
export function assertPolicy(
  fields: ReadonlyMap<string, string>,
  credentials: readonly S3Credentials[],
  clock: WorldClock,
): SizeRange {
  const encoded = fields.get('policy');
  if (encoded === undefined) throw new S3Error('AccessDenied', 'Access Denied');
  assertSigned(fields, encoded, credentials);
  const policy = readPolicy(encoded);
  if (Date.parse(policy.expiration) <= clock.now().getTime()) throw denied('Policy expired.');

  const range = { minimum: 0, maximum: largestUpload };
  const covered = new Set<string>(['policy', 'x-amz-signature', 'file']);
  for (const condition of policy.conditions) {
    if (Array.isArray(condition) && condition[0] === 'content-length-range') {
      range.minimum = Number(condition[1]);
      range.maximum = Number(condition[2]);
      continue;
    }
    for (const [operator, name, expected] of comparisons(condition)) {
      covered.add(name);
      const value = fields.get(name) ?? '';
      const holds = operator === 'eq' ? value === expected : value.startsWith(expected);
      if (!holds) throw denied(`Policy Condition failed: ["${operator}", "$${name}", "${expected}"]`);
    }
  }
  const extra = [...fields.keys()].filter(
    (name) => !covered.has(name) && !name.startsWith('x-ignore-') && name !== 'bucket',
  );
  if (extra.length > 0) throw denied(`Extra input fields: ${extra.join(', ')}`);
  return range;
}

function assertSigned(fields: ReadonlyMap<string, string>, encoded: string, credentials: readonly S3Credentials[]) {
  const field = (name: string) => fields.get(name) ?? '';
  const malformed = () =>
    new S3Error('InvalidArgument', 'The form lacks a valid x-amz-credential, x-amz-date or x-amz-algorithm');
  if (field('x-amz-algorithm') !== 'AWS4-HMAC-SHA256') throw malformed();
  const scope = readScope(field('x-amz-credential'), field('x-amz-date'), malformed);
  assertSignature({ credentials, scope, stringToSign: encoded, signature: field('x-amz-signature') });
}

function readPolicy(encoded: string) {
  try {
    return policyShape.parse(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  } catch (error) {
    throw new S3Error(
      'InvalidPolicyDocument',
      `Invalid Policy: ${error instanceof Error ? error.message : 'unreadable'}`,
    );
  }
}

/** `{"acl": "private"}` and `["eq", "$acl", "private"]` say the same. */
function comparisons(condition: z.infer<typeof policyShape>['conditions'][number]): [string, string, string][] {
  if (!Array.isArray(condition)) {
    return Object.entries(condition).map(([name, value]) => ['eq', name.toLowerCase(), value]);
  }
  const [operator, name, expected] = condition;
  return [[String(operator).toLowerCase(), String(name).slice(1).toLowerCase(), String(expected)]];
}

const denied = (why: string) => new S3Error('AccessDenied', `Invalid according to Policy: ${why}`);
