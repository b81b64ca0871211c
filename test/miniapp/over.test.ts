/** A conversation that can no longer go on is told, and nothing typed in it goes without a word. */
import { describe, expect, test } from 'vitest';
import { createDevice } from './device.ts';
import { interviewId } from './fake-server.ts';
import { opened, pass, settle, tellTime } from './opened.ts';

const hour = 3_600_000;

tellTime();

describe('on return', () => {
  test('what is left of the time is the server’s', async () => {
    const { room } = await opened();
    const before = room.state();
    room.type('q1', '还在写');
    await pass(2 * hour);
    room.wake();
    await pass(100);
    const after = room.state();
    if (before.phase !== 'open' || after.phase !== 'open') throw new Error('not open');
    room.type('q1', '还在写,两小时后');
    await pass(1000);
    await settle(room.refresh());
    const later = room.state();
    if (later.phase !== 'open') throw new Error('not open');
    expect(Date.parse(later.view.closesAt) - Date.parse(before.view.closesAt)).toBeGreaterThan(hour);
    expect(room.content('q1').typing).toBe('还在写,两小时后');
  });

  test('lapsed in the meantime: said so, with what is saved, and nothing is left to lose', async () => {
    const { server, device, room } = await opened();
    room.type('q1', '答');
    room.finish('q1');
    await pass(72 * hour);
    server.lapse();
    room.wake();
    await pass(100);
    expect(room.state()).toMatchObject({ phase: 'over', why: 'deadline', left: [], view: { status: 'incomplete' } });
    expect(device.storage.keys()).toEqual([]);
  });

  test('ended on another device', async () => {
    const { server, room } = await opened();
    const other = createDevice(server).open();
    await settle(other.load());
    await settle(other.choose('continue'));
    for (const id of ['q1', 'q2']) {
      other.type(id, '答');
      other.finish(id);
    }
    other.end();
    await pass(10_000);
    room.wake();
    await pass(100);
    expect(room.state()).toMatchObject({ phase: 'over', why: 'ended', view: { status: 'submitted' } });
  });

  test('opened on another device', async () => {
    const { server, room } = await opened();
    const other = createDevice(server).open();
    await settle(other.load());
    await settle(other.choose('continue'));
    await settle(room.refresh());
    expect(room.state().phase).toBe('superseded');
  });

  test('no answer to the question: the conversation stays', async () => {
    let online = true;
    const { room } = await opened(() => (online ? 'none' : 'before'));
    online = false;
    await settle(room.refresh());
    expect(room.state().phase).toBe('open');
  });
});

describe('what was typed too late', () => {
  test('a save is refused: the words stay on the device and are shown until put away', async () => {
    const { server, device, room } = await opened();
    await pass(72 * hour);
    server.lapse();
    room.type('q2', '晚了一步的话');
    await pass(1000);
    const left = [{ questionId: 'q2', content: { typing: '晚了一步的话' }, here: true }];
    expect(room.state()).toMatchObject({ phase: 'over', why: 'deadline', left });
    device.kill();
    const again = device.open();
    await settle(again.load());
    expect(again.state()).toMatchObject({ phase: 'over', left });
  });

  test('an end kept on the device through the deadline: told, and the words that never arrived are kept', async () => {
    let online = true;
    const { server, device, room } = await opened(() => (online ? 'none' : 'before'));
    online = false;
    room.type('q1', '断网时写的');
    room.finish('q1');
    room.end();
    await pass(72 * hour);
    server.lapse();
    online = true;
    device.endings().wake();
    await pass(5000);
    expect(device.endings().state(interviewId)).toEqual({ step: 'closed' });
    await settle(room.tellOver());
    expect(room.state()).toMatchObject({
      phase: 'over',
      why: 'deadline',
      left: [{ content: { sent: ['断网时写的'] } }],
    });
  });

  test('the time is up though nobody has closed it yet: no question whether to go on', async () => {
    const { device } = await opened();
    await pass(25 * hour);
    device.kill();
    const again = device.open();
    await settle(again.load());
    expect(again.state().phase).toBe('asking');
    await settle(again.choose('continue'));
    expect(again.state()).toMatchObject({ phase: 'over', why: 'deadline', view: { status: 'in_progress' } });
  });
});
