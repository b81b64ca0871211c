import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { s3ScanTags } from '#functions/adapters/s3/scan-tags.ts';

/** What the bucket says of its one object, time after time. */
let tags: (string | undefined)[] = [];
let asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  const value = tags.shift();
  const tag = value && `<Tag><Key>GuardDutyMalwareScanStatus</Key><Value>${value}</Value></Tag>`;
  response.setHeader('content-type', 'application/xml');
  response.end(`<Tagging><TagSet><Tag><Key>piece</Key><Value>part</Value></Tag>${tag ?? ''}</TagSet></Tagging>`);
});
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(() => new Promise((done) => server.close(done)));

const waits: number[] = [];
const scanner = (times: number) =>
  s3ScanTags({
    region: 'us-east-1',
    bucket: 'media',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    every: 3000,
    times,
    wait: async (ms) => void waits.push(ms),
  });

// What only the scanner says of a password, a size or itself is no word of safety.
it.each([
  ['NO_THREATS_FOUND', 'clean'],
  ['THREATS_FOUND', 'infected'],
  ['UNSUPPORTED', 'unscanned'],
  ['ACCESS_DENIED', 'unscanned'],
  ['FAILED', 'unscanned'],
])('%s is %s', async (said, means) => {
  tags = [said];
  asked = [];
  expect(await scanner(1)('c/co_a/intake/file_1/upload')).toBe(means);
  expect(asked).toEqual([expect.stringMatching(/^\/media\/c\/co_a\/intake\/file_1\/upload\?tagging\b/)]);
});

it('waits for a word, and throws when none comes: what nobody looked at is not clean', async () => {
  tags = [undefined, undefined, 'NO_THREATS_FOUND'];
  waits.length = 0;
  expect(await scanner(3)('a')).toBe('clean');
  expect(waits).toEqual([3000, 3000]);
  tags = [undefined, undefined];
  await expect(scanner(2)('a')).rejects.toThrow('no word');
});
