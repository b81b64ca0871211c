import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  ListPartsCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createClock } from '../clock.ts';
import { type S3Server, startS3 } from './server.ts';

const credentials = { accessKeyId: 'world', secretAccessKey: 'world-secret' };
const Bucket = 'media';
const clients: S3Client[] = [];
let dir: string;
let s3: S3Server;
let client: S3Client;

const start = () =>
  startS3({
    dir,
    clock: createClock(),
    buckets: [{ name: Bucket }, { name: 'sealed', requireEncryption: true }],
    credentials: [credentials],
  });

function clientWith(config: S3ClientConfig = {}) {
  const made = new S3Client({
    endpoint: s3.endpoint,
    region: 'ap-east-1',
    credentials,
    forcePathStyle: true,
    ...config,
  });
  clients.push(made);
  return made;
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'world-s3-'));
  s3 = await start();
  client = clientWith();
});
afterEach(() => s3.faults.clear());
afterAll(async () => {
  for (const each of clients) each.destroy();
  await s3.stop();
  await rm(dir, { recursive: true });
});

const put = (Key: string, Body: string | Uint8Array, more: object = {}) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const get = (Key: string, more: object = {}) => client.send(new GetObjectCommand({ Bucket, Key, ...more }));
const textOf = async (Key: string, more: object = {}) => (await get(Key, more)).Body?.transformToString();
const failure = (act: Promise<unknown>): Promise<Error & { $metadata?: { httpStatusCode?: number } }> =>
  act.then(
    () => new Error('no failure'),
    (error: Error) => error,
  );
const blobs = () => readdirSync(join(dir, 'blobs'));

test('an object comes back as it was put, with its type, metadata, tag and checksum', async () => {
  const { ETag, ChecksumCRC32, ServerSideEncryption } = await put('itv_1/answer.mp3', '你好', {
    ContentType: 'audio/mpeg',
    CacheControl: 'private',
    Metadata: { question: 'q1' },
    ServerSideEncryption: 'AES256',
  });
  expect(ETag).toBe(`"${createHash('md5').update('你好').digest('hex')}"`);
  expect(ServerSideEncryption).toBe('AES256');
  const got = await get('itv_1/answer.mp3', { ChecksumMode: 'ENABLED' });
  expect(got).toMatchObject({
    ContentType: 'audio/mpeg',
    CacheControl: 'private',
    ContentLength: 6,
    Metadata: { question: 'q1' },
    ServerSideEncryption: 'AES256',
    ETag,
    ChecksumCRC32,
  });
  expect(await got.Body?.transformToString()).toBe('你好');
  const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'itv_1/answer.mp3' }));
  expect(head).toMatchObject({ ContentLength: 6, ETag, ContentType: 'audio/mpeg' });
});

test('a stream goes through the aws-chunked framing with its trailing checksum, byte by byte the same', async () => {
  const content = Buffer.alloc(300_000, 'stream of bytes \r\n');
  const pieces = [content.subarray(0, 1), content.subarray(1, 70_000), content.subarray(70_000)];
  await client.send(
    new PutObjectCommand({ Bucket, Key: 'stream', Body: Readable.from(pieces), ContentLength: content.length }),
  );
  expect(Buffer.from((await (await get('stream')).Body?.transformToByteArray()) ?? []).equals(content)).toBe(true);
});

test('a stream whose trailing checksum is wrong, or that ends too early, is refused', async () => {
  const framed = async (frame: string) => {
    // The SDK complains on the console that it cannot send a stream again.
    const silent = { debug() {}, info() {}, warn() {}, error() {} };
    const other = clientWith({ maxAttempts: 1, logger: silent });
    let encoding: unknown;
    other.middlewareStack.add(
      (next) => (args) => {
        const request = args.request as { headers: Record<string, string>; body: unknown };
        encoding = request.headers['content-encoding'];
        request.body = Readable.from([frame.slice(0, 7), frame.slice(7)].map((part) => Buffer.from(part)));
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const content = { Bucket, Key: 'framed', Body: Readable.from([Buffer.from('hello')]), ContentLength: 5 };
    const { name, message } = await failure(other.send(new PutObjectCommand(content)));
    expect(encoding).toBe('aws-chunked');
    return name === 'Error' ? message : name;
  };
  expect(await framed('5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n')).toBe('no failure');
  expect(await framed('5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n')).toBe('BadDigest');
  expect(await framed('5\r\nhello\r\n0\r\n\r\n')).toBe('IncompleteBody');
  expect(await framed('5\r\nhello')).toBe('IncompleteBody');
  expect(await framed('6\r\nhello!\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n')).toBe('IncompleteBody');
  expect(await textOf('framed')).toBe('hello');
});

test('content that does not match its checksum is refused and leaves nothing behind', async () => {
  const before = blobs().length;
  const bad = await failure(put('bad', 'content', { ChecksumCRC32: 'AAAAAA==' }));
  expect(bad.name).toBe('BadDigest');
  const badMd5 = await failure(
    put('bad', 'content', { ContentMD5: createHash('md5').update('other').digest('base64') }),
  );
  expect(badMd5.name).toBe('BadDigest');
  expect(await failure(get('bad'))).toBeInstanceOf(NoSuchKey);
  expect(blobs()).toHaveLength(before);
});

test('ranges: from, from-to, last; what is not there is 416', async () => {
  await put('digits', '0123456789');
  const part = await get('digits', { Range: 'bytes=2-4' });
  expect(part).toMatchObject({ ContentRange: 'bytes 2-4/10', ContentLength: 3, AcceptRanges: 'bytes' });
  expect(part.$metadata.httpStatusCode).toBe(206);
  expect(await part.Body?.transformToString()).toBe('234');
  expect(await textOf('digits', { Range: 'bytes=7-' })).toBe('789');
  expect(await textOf('digits', { Range: 'bytes=7-99' })).toBe('789');
  expect(await textOf('digits', { Range: 'bytes=-2' })).toBe('89');
  const beyond = await failure(get('digits', { Range: 'bytes=10-' }));
  expect([beyond.name, beyond.$metadata?.httpStatusCode]).toEqual(['InvalidRange', 416]);
});

test('conditional puts: once only, and only over the version that was read', async () => {
  const { ETag } = await put('once', 'first', { IfNoneMatch: '*' });
  const second = await failure(put('once', 'second', { IfNoneMatch: '*' }));
  expect([second.name, second.$metadata?.httpStatusCode]).toEqual(['PreconditionFailed', 412]);
  expect(await textOf('once')).toBe('first');
  await put('once', 'third', { IfMatch: ETag });
  expect((await failure(put('once', 'fourth', { IfMatch: ETag }))).name).toBe('PreconditionFailed');
  expect((await failure(put('nothing', 'x', { IfMatch: ETag }))).name).toBe('NoSuchKey');
  expect(await textOf('once')).toBe('third');
});

test('of two conditional puts at once one wins', async () => {
  const outcomes = await Promise.all(['a', 'b', 'c'].map((body) => failure(put('race', body, { IfNoneMatch: '*' }))));
  expect(outcomes.map(({ name, message }) => (name === 'Error' ? message : name)).sort()).toEqual([
    'PreconditionFailed',
    'PreconditionFailed',
    'no failure',
  ]);
});

test('conditional gets', async () => {
  const { ETag } = await put('conditional', 'x');
  expect((await failure(get('conditional', { IfNoneMatch: ETag }))).$metadata?.httpStatusCode).toBe(304);
  expect((await failure(get('conditional', { IfMatch: '"other"' }))).name).toBe('PreconditionFailed');
  expect(await textOf('conditional', { IfMatch: ETag })).toBe('x');
});

test('delete one, delete many; deleting nothing is no error', async () => {
  for (const key of ['gone/1', 'gone/2 & <3>', 'gone/ space ']) await put(key, 'x');
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'gone/1' }));
  const { Deleted } = await client.send(
    new DeleteObjectsCommand({
      Bucket,
      Delete: { Objects: ['gone/2 & <3>', 'gone/ space ', 'never'].map((Key) => ({ Key })) },
    }),
  );
  expect(Deleted?.map(({ Key }) => Key)).toEqual(['gone/2 & <3>', 'gone/ space ', 'never']);
  const { KeyCount } = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'gone/' }));
  expect(KeyCount).toBe(0);
  expect((await failure(client.send(new HeadObjectCommand({ Bucket, Key: 'gone/1' })))).$metadata?.httpStatusCode).toBe(
    404,
  );
});

test('listing: by prefix, in byte order, page by page, folded at a delimiter', async () => {
  const keys = ['l/a/1', 'l/a/2', 'l/b', 'l/c/1', 'l/面', 'L/x', 'l_/y'];
  for (const key of keys) await put(key, key);
  const list = (more: object) => client.send(new ListObjectsV2Command({ Bucket, ...more }));
  const all = await list({ Prefix: 'l/' });
  expect(all.Contents?.map(({ Key, Size }) => [Key, Size])).toEqual(
    ['l/a/1', 'l/a/2', 'l/b', 'l/c/1', 'l/面'].map((key) => [key, Buffer.byteLength(key)]),
  );
  const seen: (string | undefined)[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await list({ Prefix: 'l/', MaxKeys: 2, ContinuationToken });
    expect(page.KeyCount).toBeLessThanOrEqual(2);
    seen.push(...(page.Contents ?? []).map(({ Key }) => Key));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
  expect(seen).toEqual(['l/a/1', 'l/a/2', 'l/b', 'l/c/1', 'l/面']);
  const folded = await list({ Prefix: 'l/', Delimiter: '/' });
  expect(folded.CommonPrefixes?.map(({ Prefix }) => Prefix)).toEqual(['l/a/', 'l/c/']);
  expect(folded.Contents?.map(({ Key }) => Key)).toEqual(['l/b', 'l/面']);
  expect((await list({ Prefix: 'l/', StartAfter: 'l/b' })).Contents?.map(({ Key }) => Key)).toEqual(['l/c/1', 'l/面']);
});

test('an upload in parts survives a restart, tells which parts are safe, and becomes one object', async () => {
  const Key = 'video.webm';
  const first = Buffer.alloc(5 * 1024 ** 2, 'a');
  const last = Buffer.from('the end');
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ Bucket, Key, ContentType: 'video/webm', ChecksumAlgorithm: 'CRC32' }),
  );
  const upload = (PartNumber: number, Body: Buffer) =>
    client.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body, ChecksumAlgorithm: 'CRC32' }));
  await upload(1, first);
  await upload(2, Buffer.from('replaced'));
  const port = Number(new URL(s3.endpoint).port);
  await s3.stop();
  s3 = await startS3({
    dir,
    clock: createClock(),
    buckets: [{ name: Bucket }, { name: 'sealed', requireEncryption: true }],
    credentials: [credentials],
    port,
  });
  await upload(2, last);
  const { Parts = [] } = await client.send(new ListPartsCommand({ Bucket, Key, UploadId }));
  expect(Parts.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
    [1, first.length],
    [2, last.length],
  ]);
  const complete = (parts: typeof Parts) =>
    client.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts: parts } }));
  expect((await failure(complete([...Parts].reverse()))).name).toBe('InvalidPartOrder');
  expect((await failure(complete([{ PartNumber: 1, ETag: '"wrong"' }]))).name).toBe('InvalidPart');
  const chosen = Parts.map(({ PartNumber, ETag, ChecksumCRC32 }) => ({ PartNumber, ETag, ChecksumCRC32 }));
  const { ETag } = await complete(chosen);
  expect(ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
  const got = await get(Key, { Range: `bytes=${first.length - 1}-` });
  expect(got).toMatchObject({ ContentType: 'video/webm', ETag });
  expect(await got.Body?.transformToString()).toBe('athe end');
  expect((await (await get(Key, { ChecksumMode: 'ENABLED' })).Body?.transformToByteArray())?.length).toBe(
    first.length + 7,
  );
  expect((await failure(complete(chosen))).name).toBe('NoSuchUpload');
});

test('a part that is too small for the middle is refused; an aborted upload leaves nothing', async () => {
  const before = blobs().length;
  const Key = 'aborted';
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
  for (const PartNumber of [1, 2]) {
    const { ETag } = await client.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body: 'small' }));
    Parts.push({ PartNumber, ETag });
  }
  const complete = new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } });
  expect((await failure(client.send(complete))).name).toBe('EntityTooSmall');
  await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
  expect((await failure(client.send(complete))).name).toBe('NoSuchUpload');
  expect(blobs()).toHaveLength(before);
});

test('keys are opaque: no path leads out of the folder', async () => {
  for (const key of [
    '../../outside',
    'a/../../b',
    '/etc/passwd',
    '..\\x',
    'a//b',
    '%2e%2e/x',
    'nul\u0001',
    'a+b c?d#e&f=g',
  ]) {
    await put(key, `content of ${key}`);
    expect(await textOf(key)).toBe(`content of ${key}`);
  }
  for (const name of blobs()) expect(name).toMatch(/^[0-9a-f-]{36}$/);
  expect(readdirSync(join(dir, '..')).some((name) => name === 'outside')).toBe(false);
  expect((await failure(put('k'.repeat(1_025), 'x'))).name).toBe('KeyTooLongError');
});

test('a bucket that asks for encryption refuses an upload without it', async () => {
  const seal = (more: object) => client.send(new PutObjectCommand({ Bucket: 'sealed', Key: 'x', Body: 'x', ...more }));
  expect((await failure(seal({}))).name).toBe('AccessDenied');
  const multipart = client.send(new CreateMultipartUploadCommand({ Bucket: 'sealed', Key: 'x' }));
  expect((await failure(multipart)).name).toBe('AccessDenied');
  expect(await seal({ ServerSideEncryption: 'aws:kms' })).toMatchObject({ ServerSideEncryption: 'aws:kms' });
});

test('virtual-host style names the same bucket', async () => {
  const httpAgent = new Agent({
    lookup: (_host, options, done) =>
      options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4),
  });
  const virtual = clientWith({ forcePathStyle: false, requestHandler: new NodeHttpHandler({ httpAgent }) });
  await virtual.send(new PutObjectCommand({ Bucket, Key: 'virtual/键', Body: 'hosted' }));
  expect(await textOf('virtual/键')).toBe('hosted');
});

test('buckets and keys that are not there', async () => {
  expect((await failure(get('nowhere'))).name).toBe('NoSuchKey');
  expect((await failure(client.send(new PutObjectCommand({ Bucket: 'nobody', Key: 'k', Body: 'x' })))).name).toBe(
    'NoSuchBucket',
  );
  await client.send(new HeadBucketCommand({ Bucket }));
});

test('faults: refused and retried, cut in mid-upload with nothing stored, lost reply with everything stored', async () => {
  s3.faults.add({ kind: 'slowDown' });
  await put('slow', 'x');
  expect(s3.faults.counts().slowDown).toBe(1);

  const once = clientWith({ maxAttempts: 1 });
  const before = blobs().length;
  s3.faults.add({ kind: 'cutUpload', afterBytes: 100_000 });
  const cut = await failure(once.send(new PutObjectCommand({ Bucket, Key: 'cut', Body: Buffer.alloc(2_000_000) })));
  expect(cut).toMatchObject({ code: expect.stringMatching(/ECONNRESET|EPIPE/) });
  expect(await failure(get('cut'))).toBeInstanceOf(NoSuchKey);
  expect(blobs()).toHaveLength(before);

  s3.faults.add({ kind: 'lostReply' });
  expect(await failure(once.send(new PutObjectCommand({ Bucket, Key: 'lost', Body: 'kept' })))).toMatchObject({
    code: 'ECONNRESET',
  });
  expect(await textOf('lost')).toBe('kept');
});

test('a versioned bucket gives back what was replaced and what was deleted', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'world-s3-versions-'));
  const clock = createClock({ frozen: true });
  const buckets = [{ name: 'kept', versioned: true }];
  const versioned = await startS3({ dir: folder, clock, buckets, credentials: [credentials] });
  const kept = clientWith({ endpoint: versioned.endpoint });
  const at = { Bucket: 'kept', Key: 'a/人' };
  await kept.send(new PutObjectCommand({ ...at, Body: 'first' }));
  clock.advance('PT1M');
  await kept.send(new PutObjectCommand({ ...at, Body: 'second' }));
  clock.advance('PT1M');
  await kept.send(new DeleteObjectCommand(at));
  await expect(kept.send(new GetObjectCommand(at))).rejects.toThrow(NoSuchKey);

  const { Versions = [], DeleteMarkers = [] } = await kept.send(
    new ListObjectVersionsCommand({ Bucket: 'kept', Prefix: 'a/' }),
  );
  expect(Versions.map(({ Key, IsLatest }) => [Key, IsLatest])).toEqual([
    ['a/人', false],
    ['a/人', false],
  ]);
  const [marker] = DeleteMarkers;
  expect(marker?.IsLatest).toBe(true);
  const old = await kept.send(new GetObjectCommand({ ...at, VersionId: Versions[1]?.VersionId }));
  expect(await old.Body?.transformToString()).toBe('first');
  await kept.send(new DeleteObjectCommand({ ...at, VersionId: marker?.VersionId }));
  const back = await kept.send(new GetObjectCommand(at));
  expect(await back.Body?.transformToString()).toBe('second');
  await versioned.stop();
  await rm(folder, { recursive: true, force: true });
});

test('a locked bucket takes a key once, with a checksum, and gives nothing away', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'world-s3-locked-'));
  const buckets = [{ name: 'locked', locked: true }];
  const locked = await startS3({ dir: folder, clock: createClock(), buckets, credentials: [credentials] });
  const at = { Bucket: 'locked', Key: 'day' };
  const keeping = clientWith({ endpoint: locked.endpoint });
  const bare = clientWith({ endpoint: locked.endpoint, requestChecksumCalculation: 'WHEN_REQUIRED' });
  await expect(bare.send(new PutObjectCommand({ ...at, Body: 'x', IfNoneMatch: '*' }))).rejects.toThrow(/Object Lock/);
  await expect(keeping.send(new PutObjectCommand({ ...at, Body: 'x' }))).rejects.toThrow(/explicit deny/);
  await keeping.send(new PutObjectCommand({ ...at, Body: 'x', IfNoneMatch: '*' }));
  await expect(keeping.send(new PutObjectCommand({ ...at, Body: 'y', IfNoneMatch: '*' }))).rejects.toMatchObject({
    $metadata: { httpStatusCode: 412 },
  });
  await expect(keeping.send(new DeleteObjectCommand(at))).rejects.toThrow(/explicit deny/);
  const many = new DeleteObjectsCommand({ Bucket: 'locked', Delete: { Objects: [{ Key: 'day' }] } });
  await expect(keeping.send(many)).rejects.toThrow(/explicit deny/);
  await locked.stop();
  await rm(folder, { recursive: true, force: true });
});
