import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOutbox, type OutboxMessage } from './outbox.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outbox-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const sms = (text: string, over: Partial<OutboxMessage> = {}): Omit<OutboxMessage, 'id'> => ({
  at: '2026-01-05T07:00:00.000Z',
  channel: 'sms',
  to: '+8613800000000',
  text,
  raw: {},
  ...over,
});

describe('outbox', () => {
  it('lists in order, by person, channel, time and place', () => {
    const outbox = createOutbox();
    outbox.add(sms('a'));
    outbox.add(sms('b', { to: 'oA', channel: 'wechat', at: '2026-01-05T08:00:00.000Z' }));
    outbox.add(sms('c', { at: '2026-01-05T09:00:00.000Z' }));
    const texts = (filter?: Parameters<typeof outbox.list>[0]) => outbox.list(filter).map(({ text }) => text);
    expect(texts()).toEqual(['a', 'b', 'c']);
    expect(texts({ to: 'oA' })).toEqual(['b']);
    expect(texts({ channel: 'sms' })).toEqual(['a', 'c']);
    expect(texts({ since: '2026-01-05T16:00:00+08:00' })).toEqual(['b', 'c']);
    expect(texts({ after: 'msg_000002' })).toEqual(['c']);
  });

  it('tells its listeners until they leave', () => {
    const outbox = createOutbox();
    const heard: string[] = [];
    const leave = outbox.subscribe(({ text }) => heard.push(text));
    outbox.add(sms('a'));
    leave();
    outbox.add(sms('b'));
    expect(heard).toEqual(['a']);
  });

  it('survives a restart, even one in the middle of a line', () => {
    const file = join(folder, 'data', 'outbox.jsonl');
    const first = createOutbox({ file });
    first.add(sms('a'));
    first.add(sms('b', { fields: [{ name: '岗位', value: '销售' }], link: 'https://wxaurl.cn/x' }));
    appendFileSync(file, '{"id":"msg_0000');
    const second = createOutbox({ file });
    expect(second.list()).toEqual(first.list());
    second.add(sms('c'));
    expect(
      createOutbox({ file })
        .list()
        .map(({ id }) => id),
    ).toEqual(['msg_000001', 'msg_000002', 'msg_000003']);
    second.clear();
    expect(createOutbox({ file }).list()).toEqual([]);
  });
});
