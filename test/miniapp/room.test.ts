import { describe, expect, test } from 'vitest';
import { createDevice } from './device.ts';
import { interviewId } from './fake-server.ts';
import { opened, pass, settle, tellTime } from './opened.ts';

tellTime();

describe('answering', () => {
  test('a pause in typing saves; sending saves at once', async () => {
    const { server, room } = await opened();
    room.type('q1', '我先');
    await pass(600);
    expect(server.draft('q1')?.content.typing).toBe('');
    room.type('q1', '我先问清楚');
    await pass(900);
    expect(server.draft('q1')?.content.typing).toBe('我先问清楚');
    expect(room.saveState('q1')).toMatchObject({ kind: 'saved' });
    room.send('q1');
    await pass(60);
    expect(server.draft('q1')?.content).toEqual({ sent: ['我先问清楚'], typing: '', done: false });
  });

  test('one who types without a pause is saved within five seconds', async () => {
    const { server, room } = await opened();
    for (let i = 1; i <= 26; i++) {
      room.type('q1', '字'.repeat(i));
      await pass(200);
    }
    expect(server.draft('q1')?.content.typing.length).toBeGreaterThan(20);
  });

  test('finishing sends what is being typed first', async () => {
    const { room } = await opened();
    room.type('q1', '还没发送');
    room.finish('q1');
    expect(room.content('q1')).toEqual({ sent: ['还没发送'], typing: '', done: true });
  });
});

describe('coming back', () => {
  test('killed between keystroke and request: restored to the character', async () => {
    const { server, device, room } = await opened();
    room.type('q1', '打到一半的字');
    await pass(20);
    device.kill();
    expect(server.draft('q1')?.content.typing).toBe('');
    const again = device.open();
    await settle(again.load());
    expect(again.state().phase).toBe('asking');
    await settle(again.choose('continue'));
    expect(again.state().phase).toBe('open');
    expect(again.content('q1').typing).toBe('打到一半的字');
    await pass(100);
    expect(server.draft('q1')?.content.typing).toBe('打到一半的字');
  });

  test('killed after a resume whose answer never came: still restored', async () => {
    const { server, device, room } = await opened();
    room.type('q1', '没来得及上传');
    await pass(20);
    device.kill();
    const second = device.open();
    await settle(second.load());
    void second.choose('continue');
    await pass(25);
    device.kill();
    expect(server.state().epoch).toBe(2);
    const third = device.open();
    await settle(third.load());
    await settle(third.choose('continue'));
    expect(third.content('q1').typing).toBe('没来得及上传');
  });

  test('「否」 begins again with nothing of the old attempt, which the server keeps', async () => {
    const { server, device, room } = await opened();
    room.type('q1', '旧的');
    room.finish('q1');
    await pass(100);
    device.kill();
    const again = device.open();
    await settle(again.load());
    await settle(again.choose('restart'));
    expect(again.content('q1')).toEqual({ sent: [], typing: '', done: false });
    expect(server.state().attempt).toBe(2);
    expect(server.every('q1').map((draft) => draft.content.sent)).toEqual([['旧的'], []]);
  });

  test('an interview that ended elsewhere leads elsewhere', async () => {
    const { device, room } = await opened();
    for (const id of ['q1', 'q2']) {
      room.type(id, '答');
      room.finish(id);
    }
    room.end();
    await pass(10_000);
    device.kill();
    const again = device.open();
    await settle(again.load());
    expect(again.state()).toMatchObject({ phase: 'elsewhere', view: { status: 'submitted' } });
  });
});

describe('two devices', () => {
  test('the earlier one is told, and what each typed is kept', async () => {
    const { server, room } = await opened();
    room.type('q1', '手机上的开头');
    await pass(1000);
    const tablet = createDevice(server);
    const other = tablet.open();
    await settle(other.load());
    await settle(other.choose('continue'));
    expect(other.content('q1').typing).toBe('手机上的开头');
    other.type('q1', '平板接着写');
    await pass(1000);
    room.type('q1', '手机还在写');
    await pass(1000);
    expect(room.state().phase).toBe('superseded');
    expect(server.draft('q1')?.content.typing).toBe('平板接着写');
    expect(server.beside.map((aside) => aside.content.typing)).toContain('手机还在写');

    await settle(room.choose('continue'));
    expect(room.content('q1').typing).toBe('平板接着写');
    const state = room.state();
    expect(state.phase === 'open' && state.beside.map((aside) => aside.content.typing)).toContain('手机还在写');
  });

  test('what another device did not touch is replayed', async () => {
    const { server, device, room } = await opened();
    room.type('q2', '只在手机上');
    await pass(20);
    device.kill();
    const tablet = createDevice(server);
    const other = tablet.open();
    await settle(other.load());
    await settle(other.choose('continue'));
    other.type('q1', '平板写第一题');
    await pass(1000);
    const again = device.open();
    await settle(again.load());
    await settle(again.choose('continue'));
    expect(again.content('q1').typing).toBe('平板写第一题');
    expect(again.content('q2').typing).toBe('只在手机上');
  });
});

describe('ending', () => {
  test('flushes, ends with the numbers of every question, waits for the copies', async () => {
    const { server, device, room } = await opened();
    for (const id of ['q1', 'q2']) {
      room.type(id, `答${id}`);
      room.finish(id);
    }
    room.type('q3', '最后一个字');
    room.end();
    expect(room.state().phase).toBe('ending');
    await pass(10_000);
    expect(device.endings().state(interviewId)).toMatchObject({
      step: 'done',
      receipt: { status: 'submitted', answeredIds: ['q1', 'q2'] },
    });
    expect(server.draft('q3')).toMatchObject({ sealed: true, content: { typing: '最后一个字' } });
    expect(device.storage.keys()).toEqual([]);
  });

  test('offline: kept on the device, said so, sent after a restart with a network', async () => {
    let online = true;
    const { server, device, room } = await opened(() => (online ? 'none' : 'before'));
    room.type('q1', '一');
    room.finish('q1');
    room.type('q2', '二');
    room.finish('q2');
    online = false;
    await pass(10);
    room.end();
    await pass(5_000);
    expect(device.endings().state(interviewId)?.step).toBe('queued');
    device.kill();
    expect(device.endings().isPending(interviewId)).toBe(true);
    online = true;
    device.endings().wake();
    await pass(10_000);
    expect(device.endings().state(interviewId)).toMatchObject({ step: 'done', receipt: { status: 'submitted' } });
    expect(server.events.filter((event) => event.type === 'ended')).toHaveLength(1);
    expect(device.endings().isPending(interviewId)).toBe(false);
  });

  test('an answer lost after the commit: the retry carries the same id and gets the same answer', async () => {
    let lost = 0;
    const { server, device, room } = await opened((operation) =>
      operation === 'interview.end' && lost++ < 2 ? 'after' : 'none',
    );
    room.type('q1', '一');
    room.finish('q1');
    room.end();
    await pass(20_000);
    expect(device.endings().state(interviewId)).toMatchObject({ step: 'done', receipt: { status: 'incomplete' } });
    const ends = server.log.filter(({ operation }) => operation === 'interview.end');
    expect(ends).toHaveLength(3);
    expect(new Set(ends.map(({ input }) => (input as { operationId: string }).operationId)).size).toBe(1);
  });

  test('a store that knows another number: saved again and ended under a new id', async () => {
    const { server, device, room } = await opened();
    room.type('q1', '一');
    room.finish('q1');
    await pass(100);
    const draft = server.draft('q1');
    if (draft) draft.number += 3;
    room.end();
    await pass(20_000);
    expect(device.endings().state(interviewId)?.step).toBe('done');
    expect(server.draft('q1')?.content.sent).toEqual(['一']);
    const ids = server.log
      .filter(({ operation }) => operation === 'interview.end')
      .map(({ input }) => (input as { operationId: string }).operationId);
    expect(new Set(ids).size).toBe(2);
  });

  test('another device has taken over: it does not end from here, and says why', async () => {
    const { server, device, room } = await opened();
    room.type('q1', '一');
    await pass(1000);
    const other = createDevice(server).open();
    await settle(other.load());
    await settle(other.choose('continue'));
    room.end();
    await pass(20_000);
    expect(device.endings().state(interviewId)).toEqual({ step: 'stopped', reason: 'superseded' });
    expect(server.state().status).toBe('in_progress');
  });
});
