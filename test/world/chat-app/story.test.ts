import { describe, expect, it } from 'vitest';
import { people } from '../people.ts';
import { folded, storyOf } from './story.ts';
import type { OutboxMessage, Scene } from './world-client.ts';

const at = (second: number, ms = 0) => new Date(Date.UTC(2026, 0, 5, 1, 0, second, ms)).toISOString();
const scene = (id: number, kind: Scene['kind'], text: string, when = at(id)): Scene => ({ id, at: when, kind, text });
const told = (scenes: Scene[], messages: OutboxMessage[] = []) => storyOf(scenes, messages, people);

describe('a scene in words', () => {
  it.each([
    ['request', 'POST /v1/hr/requisitions/req_1/invitations → 201 (12 ms)', 'HR', '邀请候选人'],
    ['request', 'POST /v1/interviews/itv_1/end → 409 (3 ms)', '候选人', '确认结束面试，没有成功（409）'],
    ['event', 'started → in_progress', undefined, '面试开始 → 状态「面试中」'],
    ['job', 'deliver {"company":"co","kind":"invitation"}', undefined, '准备发送：面试邀请'],
    ['job', 'evaluate {"interviewId":"itv_1"}', undefined, '逐题评分，写出报告'],
    ['clock', 'it is 2026-01-05T01:00:00.000Z', undefined, '时间拨到 1月5日周一 09:00'],
    ['sweep', 'handled 2, failed 1', undefined, '每分钟的巡检：到点的 2 件事办了，1 件没有办成'],
    // What this file has not heard of yet is still told.
    ['request', 'POST /v1/unheard/of → 200 (1 ms)', undefined, 'POST /v1/unheard/of → 200 (1 ms)'],
    ['event', 'unheard → of', undefined, 'unheard → 状态「of」'],
  ] as const)('%s %s', (kind, text, who, said) => {
    const [line] = told([scene(1, kind, text)]);
    expect(line?.who).toBe(who);
    expect(line?.text).toBe(said);
  });

  it('names who received a message, with or without +86', () => {
    const sms = { id: 'msg_1', at: at(1), channel: 'sms', to: '+8619900000001', text: '您好', raw: {} } as const;
    expect(told([], [sms])[0]?.text).toBe('陈思远 收到短信');
    expect(told([], [{ ...sms, channel: 'wecom', to: 'WangMin' }])[0]?.text).toBe('王敏 收到企业微信');
  });
});

describe('the order', () => {
  it('puts a request before what came of it, though it was answered after', () => {
    const lines = told([
      scene(1, 'event', 'ended → submitted', at(1, 20)),
      scene(2, 'request', 'POST /v1/interviews/itv_1/end → 200 (60 ms)', at(1, 50)),
    ]);
    expect(lines.map(({ kind }) => kind)).toEqual(['request', 'event']);
  });

  it('folds neighbours that say the same, and no others', () => {
    const save = 'PUT /v1/interviews/itv_1/drafts/q1 → 200 (5 ms)';
    const lines = folded(
      told([
        scene(1, 'request', save),
        scene(2, 'request', save),
        scene(3, 'event', 'ended → submitted'),
        scene(4, 'request', save),
      ]),
    );
    expect(lines.map(({ times }) => times)).toEqual([2, 1, 1]);
  });

  it('calls reading quiet, unless it failed', () => {
    const [fine, failed, expired] = told([
      scene(1, 'request', 'GET /v1/hr/workbench → 200 (5 ms)'),
      scene(2, 'request', 'GET /v1/hr/workbench → 500 (5 ms)'),
      scene(3, 'request', 'GET /v1/hr/workbench → 401 (5 ms)'),
    ]);
    expect([fine?.quiet, failed?.quiet, expired?.quiet]).toEqual([true, false, true]);
  });
});
