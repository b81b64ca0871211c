import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClock, type WorldClock } from '../clock.ts';
import { type S3Server, startS3 } from './server.ts';

const credentials = { accessKeyId: 'world', secretAccessKey: 'world-secret' };
const Bucket = 'media';
const page = 'http://127.0.0.1:8787';
let dir: string;
let clock: WorldClock;
let s3: S3Server;
let client: S3Client;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'world-s3-'));
  clock = createClock();
  s3 = await startS3({
    dir,
    clock,
    buckets: [{ name: Bucket }, { name: 'sealed', requireEncryption: true }],
    credentials: [credentials],
    corsOrigins: [page],
  });
  client = clientWith(credentials);
  await client.send(new PutObjectCommand({ Bucket, Key: 'kept.txt', Body: 'kept content', ContentType: 'text/plain' }));
});
afterAll(async () => {
  client.destroy();
  await s3.stop();
  await rm(dir, { recursive: true });
});

function clientWith(given: typeof credentials) {
  return new S3Client({ endpoint: s3.endpoint, region: 'us-east-1', credentials: given, forcePathStyle: true });
}
const codeOf = async (reply: Response | Promise<Response>) => {
  const response = await reply;
  const text = await response.text();
  return `${response.status} ${/<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? ''}`.trim();
};
const messageOf = async (reply: Response) => /<Message>(.*?)<\/Message>/.exec(await reply.text())?.[1];
const signedGet = (options: object = {}, input: object = {}) =>
  getSignedUrl(client, new GetObjectCommand({ Bucket, Key: 'kept.txt', ...input }), { expiresIn: 60, ...options });

test('a foreign secret, an unknown key and no signature at all are refused', async () => {
  for (const [given, name] of [
    [{ ...credentials, secretAccessKey: 'guessed' }, 'SignatureDoesNotMatch'],
    [{ ...credentials, accessKeyId: 'nobody' }, 'InvalidAccessKeyId'],
  ] as const) {
    const stranger = clientWith(given);
    await expect(stranger.send(new GetObjectCommand({ Bucket, Key: 'kept.txt' }))).rejects.toMatchObject({ name });
    stranger.destroy();
  }
  expect(await codeOf(fetch(`${s3.endpoint}/${Bucket}/kept.txt`))).toBe('403 AccessDenied');
  expect(await codeOf(fetch(`${s3.endpoint}/${Bucket}/new`, { method: 'PUT', body: 'x' }))).toBe('403 AccessDenied');
  expect(await codeOf(fetch(`${s3.endpoint}/${Bucket}?list-type=2`))).toBe('403 AccessDenied');
});

test('a request that is changed after signing is refused', async () => {
  const tampered = async (
    change: (request: { headers: Record<string, string>; path: string; body?: unknown }) => void,
  ) => {
    const other = clientWith(credentials);
    other.middlewareStack.add(
      (next) => (args) => {
        change(args.request as Parameters<typeof change>[0]);
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const outcome = await other
      .send(new PutObjectCommand({ Bucket, Key: 'signed', Body: 'signed content', Metadata: { role: 'candidate' } }))
      .then(
        () => 'accepted',
        (error: Error) => error.name,
      );
    other.destroy();
    return outcome;
  };
  expect(await tampered(() => {})).toBe('accepted');
  expect(
    await tampered((request) => {
      request.headers['x-amz-meta-role'] = 'admin';
    }),
  ).toBe('SignatureDoesNotMatch');
  expect(
    await tampered((request) => {
      request.path = `/${Bucket}/other`;
    }),
  ).toBe('SignatureDoesNotMatch');
  expect(
    await tampered((request) => {
      request.headers['x-amz-meta-more'] = 'unsigned';
    }),
  ).toBe('AccessDenied');
  expect(
    await tampered((request) => {
      request.body = 'forged content';
    }),
  ).toBe('XAmzContentSHA256Mismatch');
});

test('a presigned URL opens its object with ranges until it expires; nothing else opens', async () => {
  const url = await signedGet();
  const whole = await fetch(url);
  expect([whole.status, whole.headers.get('content-type'), await whole.text()]).toEqual([
    200,
    'text/plain',
    'kept content',
  ]);
  const part = await fetch(url, { headers: { range: 'bytes=0-3' } });
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 0-3/12', 'kept']);
  expect(
    (await fetch(await signedGet({}, { ResponseContentDisposition: 'attachment' }))).headers.get('content-disposition'),
  ).toBe('attachment');

  expect(await codeOf(fetch(url.replace('kept.txt', 'other.txt')))).toBe('403 SignatureDoesNotMatch');
  expect(await codeOf(fetch(url.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000')))).toBe('403 SignatureDoesNotMatch');
  expect(await codeOf(fetch(url, { method: 'DELETE' }))).toBe('403 SignatureDoesNotMatch');
  expect(await codeOf(fetch(`${url}&response-content-type=text/html`))).toBe('403 SignatureDoesNotMatch');
  expect(await codeOf(fetch(url.replace(/(X-Amz-Signature=)./, '$1z')))).toBe('403 SignatureDoesNotMatch');
});

test("a presigned URL expires by the world's clock", async () => {
  const turned = createClock();
  const folder = await mkdtemp(join(tmpdir(), 'world-s3-'));
  const server = await startS3({ dir: folder, clock: turned, buckets: [{ name: Bucket }], credentials: [credentials] });
  const other = new S3Client({ endpoint: server.endpoint, region: 'us-east-1', credentials, forcePathStyle: true });
  try {
    await other.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
    const sign = () =>
      getSignedUrl(other, new GetObjectCommand({ Bucket, Key: 'k' }), { expiresIn: 60, signingDate: turned.now() });
    const url = await sign();
    expect(await codeOf(fetch(url))).toBe('200');
    turned.advance('PT2M');
    expect(await messageOf(await fetch(url))).toBe('Request has expired');
    expect(await codeOf(fetch(await sign()))).toBe('200');
    // The SDK itself goes on signing with the machine's time.
    turned.advance('P30D');
    await other.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'y' }));
  } finally {
    other.destroy();
    await server.stop();
    await rm(folder, { recursive: true });
  }
});

test('a presigned PUT stores what is sent, under the signed key and type only', async () => {
  const plain = new S3Client({
    endpoint: s3.endpoint,
    region: 'us-east-1',
    credentials,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  const put = new PutObjectCommand({ Bucket, Key: 'put/1', ContentType: 'audio/mpeg' });
  const url = await getSignedUrl(plain, put, { expiresIn: 60, signableHeaders: new Set(['content-type']) });
  plain.destroy();
  const send = (type: string) => fetch(url, { method: 'PUT', body: 'sound', headers: { 'content-type': type } });
  expect(await codeOf(send('text/html'))).toBe('403 SignatureDoesNotMatch');
  expect(await codeOf(send('audio/mpeg'))).toBe('200');
});

type Post = Awaited<ReturnType<typeof createPresignedPost>>;
const policyFor = (more: Partial<Parameters<typeof createPresignedPost>[1]> = {}) =>
  createPresignedPost(client, {
    Bucket,
    Key: 'itv_1/answer.mp3',
    Conditions: [
      ['content-length-range', 3, 1_000],
      ['starts-with', '$Content-Type', 'audio/'],
      ['eq', '$x-amz-meta-question', 'q1'],
    ],
    Fields: { 'Content-Type': 'audio/mpeg', 'x-amz-meta-question': 'q1' },
    Expires: 600,
    ...more,
  });

function post(
  { url, fields }: Post,
  file: string | Uint8Array<ArrayBuffer>,
  changed: Record<string, string> = {},
  headers = {},
) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...changed })) form.append(name, value);
  form.append('file', new Blob([file]), 'recording.mp3');
  return fetch(url, { method: 'POST', body: form, headers });
}

test('a POST upload within its policy is stored with its type and metadata', async () => {
  const content = new Uint8Array(Buffer.from('\r\n--binary\r\n\0 content --'));
  const policy = await policyFor();
  const reply = await post(policy, content);
  expect(reply.status).toBe(204);
  const got = await client.send(new GetObjectCommand({ Bucket, Key: 'itv_1/answer.mp3' }));
  expect(got).toMatchObject({
    ContentType: 'audio/mpeg',
    Metadata: { question: 'q1' },
    ETag: reply.headers.get('etag'),
  });
  expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(Buffer.from(content))).toBe(true);

  const xml = await post(
    await policyFor({
      Fields: { 'Content-Type': 'audio/mpeg', 'x-amz-meta-question': 'q1', success_action_status: '201' },
    }),
    'abc',
  );
  expect([xml.status, /<Key>(.*)<\/Key>/.exec(await xml.text())?.[1]]).toEqual([201, 'itv_1/answer.mp3']);
  const named = await policyFor({ Key: 'itv_2/${filename}' });
  expect((await post(named, 'abc')).status).toBe(204);
  expect((await client.send(new GetObjectCommand({ Bucket, Key: 'itv_2/recording.mp3' }))).ContentLength).toBe(3);
});

test('a POST upload that leaves its policy is refused, whichever way', async () => {
  const policy = await policyFor();
  const refusal = async (...args: Parameters<typeof post>) => messageOf(await post(...args));
  expect(await refusal(policy, 'abc', { key: 'itv_2/answer.mp3' })).toContain('Policy Condition failed');
  expect(await refusal(policy, 'abc', { 'Content-Type': 'text/html' })).toContain('starts-with');
  expect(await refusal(policy, 'abc', { 'x-amz-meta-question': 'q2' })).toContain('Policy Condition failed');
  expect(await refusal(policy, 'abc', { acl: 'public-read' })).toContain('Extra input fields: acl');
  expect(await codeOf(post(policy, 'ab'))).toBe('400 EntityTooSmall');
  expect(await codeOf(post(policy, 'x'.repeat(1_001)))).toBe('400 EntityTooLarge');
  expect(await codeOf(post({ ...policy, url: policy.url.replace(Bucket, 'sealed') }, 'abc'))).toBe('403 AccessDenied');
});

test('a policy that is widened after signing is refused', async () => {
  const policy = await policyFor();
  const open = JSON.parse(Buffer.from(policy.fields['Policy'] ?? '', 'base64').toString()) as {
    conditions: unknown[][];
  };
  for (const condition of open.conditions) if (condition[0] === 'content-length-range') condition[2] = 2_000_000_000;
  const Policy = Buffer.from(JSON.stringify(open)).toString('base64');
  expect(await codeOf(post(policy, 'abc', { Policy }))).toBe('403 SignatureDoesNotMatch');
  expect(await codeOf(post(policy, 'abc', { 'X-Amz-Signature': '0'.repeat(64) }))).toBe('403 SignatureDoesNotMatch');
  const { Policy: _, ...unsigned } = policy.fields;
  expect(await codeOf(post({ ...policy, fields: unsigned }, 'abc'))).toBe('403 AccessDenied');
});

test('an upload far beyond the policy is answered without being stored', async () => {
  const policy = await policyFor();
  expect(await codeOf(post(policy, new Uint8Array(20_000_000)))).toBe('400 EntityTooLarge');
});

test("a policy expires by the world's clock", async () => {
  const policy = await policyFor({ Expires: 60 });
  clock.advance('PT2M');
  expect(await messageOf(await post(policy, 'abc'))).toBe('Invalid according to Policy: Policy expired.');
});

test('a form that is none, has no file, or hides its fields behind the file', async () => {
  const policy = await policyFor();
  const raw = (body: string, type = 'multipart/form-data; boundary=b') =>
    codeOf(fetch(policy.url, { method: 'POST', headers: { 'content-type': type }, body }));
  const field = (name: string, value: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  expect(await raw('nothing')).toBe('400 MalformedPOSTRequest');
  expect(await raw('x', 'multipart/form-data')).toBe('400 MalformedPOSTRequest');
  expect(await raw(`${field('key', 'k')}--b--\r\n`)).toBe('400 InvalidArgument');
  const behind = Object.entries(policy.fields)
    .map(([name, value]) => field(name, value))
    .join('');
  expect(await raw(`${field('key', 'k')}${field('file', 'abc')}${behind}--b--\r\n`)).toBe('403 AccessDenied');
  expect(await raw(field('key', 'k'.repeat(30_000)))).toBe('400 MaxPostPreDataLengthExceededError');
});

test('pages of an allowed origin may upload and read, others not', async () => {
  const url = `${s3.endpoint}/${Bucket}/kept.txt`;
  const ask = (origin: string, method: string) =>
    fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': 'content-type,range',
      },
    });
  const allowed = await ask(page, 'PUT');
  expect(allowed.status).toBe(200);
  expect(allowed.headers.get('access-control-allow-origin')).toBe(page);
  expect(allowed.headers.get('access-control-allow-methods')).toContain('PUT');
  expect(allowed.headers.get('access-control-allow-headers')).toBe('content-type,range');
  expect(await codeOf(ask('http://evil.example', 'PUT'))).toBe('403 AccessForbidden');
  const read = await fetch(await signedGet({ expiresIn: 3_600 }), { headers: { origin: page } });
  expect(read.headers.get('access-control-allow-origin')).toBe(page);
  expect(read.headers.get('access-control-expose-headers')).toContain('ETag');
  const foreign = await fetch(await signedGet({ expiresIn: 3_600 }), { headers: { origin: 'http://evil.example' } });
  expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  // A page must be able to read why it was refused.
  expect((await fetch(url, { headers: { origin: page } })).headers.get('access-control-allow-origin')).toBe(page);
});
