import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { s3Media } from '#functions/adapters/s3/media.ts';
import { s3MediaFiles } from '#functions/adapters/s3/media-files.ts';
import type { Media, MediaFiles } from '#functions/ports/clip.ts';
import { refusedWith, upload } from '#test/functions/clip/upload.ts';
import { createClock, type WorldClock } from '#test/world/clock.ts';
import { type S3Server, startS3 } from '#test/world/s3/server.ts';

const credentials = { accessKeyId: 'world', secretAccessKey: 'world-secret' };
const bucket = 'media';
const page = 'http://127.0.0.1:8787';
const key = 'c/co_test/interview/itv_0001/clip/1/qone/1-1/00000';
const wanted = { key, mime: 'audio/mpeg', maxBytes: 1000, minutes: 60 };

let dir: string;
let clock: WorldClock;
let s3: S3Server;
let media: Media;
let files: MediaFiles;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'media-'));
  clock = createClock({ frozen: true });
  s3 = await startS3({ dir, clock, buckets: [{ name: bucket }], credentials: [credentials], corsOrigins: [page] });
  const common = { region: 'us-east-1', bucket, endpoint: s3.endpoint, credentials };
  media = s3Media({ ...common, baseUrl: '', clock });
  files = s3MediaFiles(common);
});
afterAll(async () => {
  await s3.stop();
  await rm(dir, { recursive: true });
});

const read = async (at: string) => Buffer.from(await files.read(at)).toString();

describe('a form (SCENARIOS 21)', () => {
  test('takes what it was made for, again and again, from a page elsewhere', async () => {
    const form = media.form(wanted);
    expect(new URL(form.url).hostname).toBe('localhost');
    const first = await upload(form, 'one', { origin: page });
    expect([first.status, first.headers.get('access-control-allow-origin')]).toEqual([204, page]);
    expect((await upload(form, 'two')).status).toBe(204);
    expect(await read(key)).toBe('two');
    expect((await fetch(await media.url(key, 1))).headers.get('content-type')).toBe('audio/mpeg');
  });

  test.each<[string, Record<string, string>, string]>([
    ['another type', { 'Content-Type': 'text/html' }, '403 AccessDenied'],
    ['another key', { key: key.replace('itv_0001', 'itv_0002') }, '403 AccessDenied'],
    ['a key that climbs', { key: `${key}/../../../../../../itv_0002/probe` }, '403 AccessDenied'],
    ['the name of the file as key', { key: '${filename}' }, '403 AccessDenied'],
    ['an object open to all', { acl: 'public-read' }, '403 AccessDenied'],
    ['without the mark', { tagging: '' }, '403 AccessDenied'],
    ['a redirect', { success_action_redirect: 'https://evil.example' }, '403 AccessDenied'],
  ])('refuses %s', async (_, changed, says) => {
    const form = media.form(wanted);
    const fields = { ...form.fields, ...changed };
    expect(await refusedWith(upload({ ...form, fields }, 'abc'))).toBe(says);
  });

  test('takes as many bytes as it says, from one on', async () => {
    const form = media.form(wanted);
    expect((await upload(form, 'x'.repeat(1000))).status).toBe(204);
    expect(await refusedWith(upload(form, 'x'.repeat(1001)))).toBe('400 EntityTooLarge');
    expect(await refusedWith(upload(form, new Uint8Array(20_000_000)))).toBe('400 EntityTooLarge');
    expect(await refusedWith(upload(form, ''))).toBe('400 EntityTooSmall');
  });

  test('cannot be widened', async () => {
    const form = media.form(wanted);
    const text = Buffer.from(form.fields.policy ?? '', 'base64').toString();
    const policy = Buffer.from(text.replace('1000', '2000000000')).toString('base64');
    const wider = { ...form, fields: { ...form.fields, policy } };
    expect(await refusedWith(upload(wider, 'abc'))).toBe('403 SignatureDoesNotMatch');
  });

  test('whatever key is asked for, it is that key or none', async () => {
    const form = media.form(wanted);
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 200 }), async (other) => {
        fc.pre(other !== key);
        const answered = await upload({ ...form, fields: { ...form.fields, key: other } }, 'abc');
        expect(answered.status).toBeGreaterThanOrEqual(400);
      }),
      { numRuns: 40 },
    );
  });
});

test('forms and addresses go by our clock, wherever it was turned to', async () => {
  clock.advance('P40D');
  const form = media.form(wanted);
  expect((await upload(form, 'kept')).status).toBe(204);
  const url = await media.url(key, 15);
  expect(await (await fetch(url)).text()).toBe('kept');
  clock.advance('PT16M');
  expect(await refusedWith(fetch(url))).toBe('403 AccessDenied');
  clock.advance('PT45M');
  expect(await refusedWith(upload(form, 'late'))).toBe('403 AccessDenied');
  expect(await read(key)).toBe('kept');
});

test('an address opens its object only, in ranges too', async () => {
  const url = await media.url(key, 15);
  const range = await fetch(url, { headers: { range: 'bytes=0-1' } });
  expect([range.status, await range.text()]).toEqual([206, 'ke']);
  expect(await refusedWith(fetch(url.replace('/00000', '/00001')))).toBe('403 SignatureDoesNotMatch');
  expect(await refusedWith(fetch(url.replace(/X-Amz-Expires=\d+/, 'X-Amz-Expires=604800')))).toBe(
    '403 SignatureDoesNotMatch',
  );
});

test("on Lambda: the bucket's own name, the session's token, and a domain of ours before it", async () => {
  const session = { ...credentials, sessionToken: 'a+token/of=the==session' };
  const common = { bucket, credentials: session, clock };
  const plain = s3Media({ ...common, region: 'ap-southeast-1', baseUrl: '' });
  const form = plain.form(wanted);
  expect(form.url).toBe('https://media.s3.ap-southeast-1.amazonaws.com/');
  expect(form.fields['x-amz-security-token']).toBe(session.sessionToken);
  expect(Buffer.from(form.fields.policy ?? '', 'base64').toString()).toContain(session.sessionToken);
  const url = new URL(await plain.url(key, 15));
  expect([url.host, url.pathname]).toEqual(['media.s3.ap-southeast-1.amazonaws.com', `/${key}`]);
  expect(url.searchParams.get('X-Amz-Security-Token')).toBe(session.sessionToken);
  const china = s3Media({ ...common, region: 'cn-northwest-1', baseUrl: '' });
  expect(china.form(wanted).url).toBe('https://media.s3.cn-northwest-1.amazonaws.com.cn/');
  const ours = s3Media({ ...common, region: 'ap-southeast-1', baseUrl: 'https://media.example.cn' });
  expect(ours.form(wanted).url).toBe('https://media.example.cn/');
  // S3 sees its own name: what is signed is the same.
  expect(await ours.url(key, 15)).toBe(url.href.replace(url.origin, 'https://media.example.cn'));
  expect(() => s3Media({ bucket, clock, region: 'x', baseUrl: '' }).form(wanted)).toThrow('no credentials');
});

test('the bucket: listed, read, written once, a download under its own name', async () => {
  const folder = 'c/co_test/interview/itv_0009/clip/1/qone/1-1/';
  await files.putOnce(`${folder}whole`, {
    bytes: Buffer.from('first'),
    mime: 'text/plain',
    fileName: "简历 (终)*'\ud800.txt",
  });
  await files.putOnce(`${folder}whole`, { bytes: Buffer.from('second'), mime: 'text/plain', fileName: null });
  await files.putOnce(`${folder}00000`, { bytes: Buffer.from('part'), mime: 'text/plain', fileName: null });
  await files.putOnce(folder.replace('1-1', '1-11'), { bytes: Buffer.from('x'), mime: 'text/plain', fileName: null });
  expect(await files.list(folder)).toEqual([
    { name: '00000', bytes: 4 },
    { name: 'whole', bytes: 5 },
  ]);
  expect(await files.list(folder.replace('itv_0009', 'itv_0010'))).toEqual([]);
  expect(await read(`${folder}whole`)).toBe('first');
  const answer = await fetch(await media.url(`${folder}whole`, 15));
  expect(answer.headers.get('content-disposition')).toBe(
    "attachment; filename*=UTF-8''%E7%AE%80%E5%8E%86%20%28%E7%BB%88%29%2A%27%EF%BF%BD.txt",
  );
});
