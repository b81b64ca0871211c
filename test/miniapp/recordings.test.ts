/** What is recorded is on the device piece by piece, goes up piece by piece, and is in the answer once. */
import { describe, expect, test } from 'vitest';
import { clipsOf } from '#shared/interview/answer.ts';
import { createDevice, createMicrophone } from './device.ts';
import { interviewId } from './fake-server.ts';
import { opened, pass, settle, tellTime } from './opened.ts';

tellTime();

type Device = ReturnType<typeof createDevice>;

async function record(device: Device, questionId: string, ...chunks: number[][]) {
  const microphone = createMicrophone();
  device.sitting().recordings.start(questionId, 'voice', microphone.make);
  for (const chunk of chunks) {
    await pass(5000);
    microphone.say(...chunk);
    await pass(5);
  }
  return microphone;
}

const clipAt = (device: Device, questionId: string) => {
  const clip = clipsOf(device.sitting().room.content(questionId)).at(-1);
  if (!clip) throw new Error('no clip');
  return clip;
};
const shown = (device: Device, questionId: string) => device.sitting().clipState(clipAt(device, questionId));

async function comeBack(device: Device) {
  device.kill();
  const room = device.open();
  await settle(room.load());
  await settle(room.choose('continue'));
  await pass(50);
  return room;
}

describe('recording', () => {
  test('goes up while it is made, and into the answer when it stops', async () => {
    const { server, device, room } = await opened();
    await record(device, 'q1', [1, 2], [3]);
    await pass(500);
    expect(server.log.filter(({ operation }) => operation === 'clip.forms')).toHaveLength(1);
    await settle(device.sitting().recordings.stop());
    const [clip] = clipsOf(room.content('q1'));
    expect(clip).toMatchObject({ clipId: '1-1', kind: 'voice', parts: 2, bytes: 3 });
    await pass(500);
    expect(server.heard('1-1')).toEqual([1, 2, 3]);
    expect(shown(device, 'q1')).toEqual({ kind: 'saved' });
    expect(server.draft('q1')?.content.sent).toEqual([clip]);
  });

  test('without a network it says how much is up, and goes on by itself', async () => {
    let online = true;
    const { server, device } = await opened(() => (online ? 'none' : 'before'));
    await record(device, 'q1', [1, 2, 3]);
    await pass(200);
    online = false;
    await settle(device.sitting().recordings.stop());
    await pass(2000);
    expect(shown(device, 'q1')).toEqual({ kind: 'waiting', done: 1 });
    online = true;
    device.uploads().wake();
    await pass(1000);
    expect(server.heard('1-1')).toEqual([1, 2, 3]);
    expect(shown(device, 'q1')).toEqual({ kind: 'saved' });
  });

  test('slid up: nothing of it stays, and its id is not used again', async () => {
    const { device, room, server } = await opened();
    await record(device, 'q1', [1, 2]);
    device.sitting().recordings.cancel();
    await pass(500);
    expect(room.content('q1').sent).toEqual([]);
    expect(device.blobs.size()).toBe(0);
    await record(device, 'q1', [9]);
    await settle(device.sitting().recordings.stop());
    await pass(500);
    expect(clipAt(device, 'q1').clipId).toBe('1-2');
    expect(server.heard('1-2')).toEqual([9]);
    expect(device.sitting().retakesLeft('q1')).toBe(2);
  });

  test('shorter than a second is told and not sent', async () => {
    const { device, room } = await opened();
    const microphone = createMicrophone();
    device.sitting().recordings.start('q1', 'voice', microphone.make);
    await pass(300);
    microphone.say(1);
    await settle(device.sitting().recordings.stop());
    expect(device.sitting().recordings.state()).toEqual({ phase: 'idle', note: { code: 'short', questionId: 'q1' } });
    expect(room.content('q1').sent).toEqual([]);
  });

  test('a microphone that fails: what there was is kept as an answer', async () => {
    const { device, room } = await opened();
    const microphone = await record(device, 'q1', [1, 2]);
    microphone.fail();
    await pass(500);
    expect(clipsOf(room.content('q1'))).toMatchObject([{ bytes: 2 }]);
    expect(device.sitting().recordings.state()).toMatchObject({ phase: 'idle', note: { code: 'failed' } });
  });

  test('a call breaks it off: it stands still, goes on, and the break is told', async () => {
    const { server, device } = await opened();
    const microphone = await record(device, 'q1', [1]);
    microphone.interrupt();
    expect(device.sitting().recordings.state().phase).toBe('interrupted');
    const before = device.sitting().recordings.seconds();
    await pass(60_000);
    expect(device.sitting().recordings.seconds()).toBe(before);
    device.sitting().recordings.resume();
    microphone.say(2);
    await settle(device.sitting().recordings.stop());
    await pass(500);
    expect(server.log.find(({ operation }) => operation === 'clip.close')?.input).toMatchObject({ interruptions: 1 });
  });

  test('recording again is counted, on this device and after coming back', async () => {
    const { device, room } = await opened();
    await record(device, 'q1', [1]);
    await settle(device.sitting().recordings.stop());
    await pass(500);
    device.sitting().removeClip('q1', clipAt(device, 'q1').clipId);
    expect(room.content('q1').sent).toEqual([]);
    expect(device.sitting().retakesLeft('q1')).toBe(1);
    await pass(500);
    await comeBack(device);
    expect(device.sitting().retakesLeft('q1')).toBe(1);
    expect(device.sitting().broken()).toEqual([]);
  });

  test('a device without room: the recording goes up from memory', async () => {
    const { server, device } = await opened();
    device.blobs.room = 0;
    await record(device, 'q1', [1], [2]);
    await settle(device.sitting().recordings.stop());
    await pass(500);
    expect(server.heard(clipAt(device, 'q1').clipId)).toEqual([1, 2]);
  });

  test('a file goes the same way', async () => {
    const { server, device } = await opened();
    const bytes = new Uint8Array([5, 6, 7]);
    const file = {
      name: '方案.pdf',
      mime: 'application/pdf',
      size: 3,
      read: async (at: number, length: number) => bytes.slice(at, at + length).buffer,
    };
    expect(await settle(device.sitting().recordings.addFile('q1', file))).toBe(true);
    await pass(500);
    expect(clipAt(device, 'q1')).toMatchObject({ kind: 'file', name: '方案.pdf', seconds: 0 });
    expect(server.heard('1-1')).toEqual([5, 6, 7]);
  });
});

describe('killed', () => {
  test('while recording: what was kept is offered and becomes the answer', async () => {
    const { server, device } = await opened();
    await record(device, 'q1', [1, 2], [3]);
    const room = await comeBack(device);
    expect(room.content('q1').sent).toEqual([]);
    const [broken] = device.sitting().broken();
    expect(broken).toMatchObject({ questionId: 'q1', parts: [2, 1] });
    if (broken) await settle(device.sitting().recordings.adopt(broken));
    await pass(1000);
    expect(server.heard(clipAt(device, 'q1').clipId)).toEqual([1, 2, 3]);
    expect(server.draft('q1')?.content.sent).toHaveLength(1);
  });

  test('between a part and the note of it: the part is found', async () => {
    const { device } = await opened(() => 'none');
    await record(device, 'q1', [1, 2]);
    const [open] = device.uploads().records(interviewId, 1);
    await settle(device.blobs.put(`clip/${interviewId}/1/${open?.clipId}/00001`, new Uint8Array([3]).buffer));
    await comeBack(device);
    expect(device.sitting().broken()).toMatchObject([{ parts: [2, 1] }]);
  });

  test('while it goes up: it goes on from the part that is missing', async () => {
    let left = 4;
    const { server, device } = await opened((operation) => (operation === 'upload' && left-- <= 0 ? 'before' : 'none'));
    await record(device, 'q1', [1], [2], [3], [4], [5], [6]);
    await settle(device.sitting().recordings.stop());
    await pass(3000);
    expect(shown(device, 'q1')).toMatchObject({ kind: 'waiting' });
    left = 100;
    await comeBack(device);
    device.uploads().wake();
    await pass(1000);
    expect(server.heard('1-1')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(shown(device, 'q1')).toEqual({ kind: 'saved' });
  });
});

describe('what was heard', () => {
  test('is shown for correction, and counts as it was read when the question is done', async () => {
    const { server, device, room } = await opened();
    await record(device, 'q1', [1]);
    await settle(device.sitting().recordings.stop());
    await pass(20_000);
    const clip = clipAt(device, 'q1');
    expect(device.sitting().unread(clip)).toBe('听到的 1-1');
    expect(device.sitting().unreadQuestions()).toEqual([1]);
    await settle(device.sitting().finish('q1'));
    await pass(500);
    expect(server.draft('q1')?.content).toMatchObject({ done: true, sent: [{ text: '听到的 1-1' }] });
    room.confirmText('q1', clip.clipId, '我说的其实是这个');
    await pass(500);
    expect(server.draft('q1')?.content).toMatchObject({ done: true, sent: [{ text: '我说的其实是这个' }] });
    expect(device.sitting().unreadQuestions()).toEqual([]);
  });
});

describe('ending', () => {
  test('waits for what is on its way', async () => {
    const { server, device, room } = await opened();
    await record(device, 'q1', [1], [2]);
    await settle(device.sitting().recordings.stop());
    await settle(device.sitting().finish('q1'));
    room.end();
    await pass(10_000);
    expect(device.endings().state(interviewId)?.step).toBe('done');
    const order = server.log.map(({ operation }) => operation);
    expect(order.indexOf('clip.close')).toBeLessThan(order.indexOf('interview.end'));
    expect(device.storage.keys()).toEqual([]);
    expect(device.blobs.size()).toBe(0);
  });

  test('offline: end and recording are both kept, and both go when there is a network, after a restart too', async () => {
    let online = true;
    const { server, device, room } = await opened(() => (online ? 'none' : 'before'));
    online = false;
    await record(device, 'q1', [1], [2]);
    await settle(device.sitting().recordings.stop());
    await settle(device.sitting().finish('q1'));
    room.end();
    await pass(10_000);
    expect(device.endings().state(interviewId)?.step).toBe('queued');
    expect(device.uploads().pending(interviewId).clips).toBe(1);
    device.kill();
    online = true;
    device.endings().wake();
    await pass(20_000);
    expect(server.state().status).toBe('incomplete');
    expect(server.heard('1-1')).toEqual([1, 2]);
    expect(device.uploads().pending(interviewId).clips).toBe(0);
  });

  test('a store that takes nothing: the end does not hang on it', async () => {
    const { server, device, room } = await opened((operation) => (operation === 'upload' ? 'before' : 'none'));
    await record(device, 'q1', [1]);
    await settle(device.sitting().recordings.stop());
    await settle(device.sitting().finish('q1'));
    room.end();
    await pass(20_000);
    expect(server.state().status).toBe('incomplete');
    expect(device.uploads().pending(interviewId)).toMatchObject({ clips: 1 });
    expect(device.endings().state(interviewId)?.step).toBe('done');
  });
});

describe('follow-up', () => {
  test('a scenario is asked about once, and the question is open again', async () => {
    const { device, room } = await opened();
    room.type('q2', '我会先安抚客户');
    await settle(device.sitting().finish('q2'));
    expect(await settle(room.followUp('q2'))).toBe(true);
    expect(room.content('q2').done).toBe(false);
    const state = room.state();
    expect(state.phase === 'open' && state.view.questions[1]?.asked).toEqual([{ ask: '能说得具体些吗?', after: 1 }]);
    room.type('q2', '具体来说');
    await settle(device.sitting().finish('q2'));
    expect(await settle(room.followUp('q2'))).toBe(false);
    expect(room.content('q2').done).toBe(true);
  });

  test('offline it is not waited for', async () => {
    let online = true;
    const { device, room } = await opened(() => (online ? 'none' : 'before'));
    online = false;
    room.type('q2', '答');
    await settle(device.sitting().finish('q2'));
    const before = Date.now();
    expect(await settle(room.followUp('q2'))).toBe(false);
    expect(Date.now() - before).toBeLessThan(3200);
    expect(room.content('q2').done).toBe(true);
  });
});

describe('time', () => {
  const question = { id: 'q3', prepareSeconds: 5, answerSeconds: 120 };

  test('to think, then to answer; stopped while nothing is open; kept with the answer', async () => {
    const { server, device, room } = await opened();
    const { clock } = device.sitting();
    clock.look(question, true);
    await pass(3000);
    clock.look(question, true);
    expect(clock.time(question)).toEqual({ phase: 'preparing', left: 2 });
    await pass(2000);
    clock.look(question, true);
    expect(clock.time(question)).toEqual({ phase: 'answering', left: 120 });
    await pass(12_000);
    clock.look(question, false);
    await pass(60_000);
    clock.look(question, true);
    expect(clock.time(question)).toEqual({ phase: 'answering', left: 108 });
    await pass(1500);
    expect(server.draft('q3')?.content.seconds).toBe(12);
    room.type('q3', '答');
    await pass(20);
    await comeBack(device);
    expect(device.sitting().clock.time(question)).toEqual({ phase: 'answering', left: 108 });
  });
});

test('a given-up attempt’s unsent text is shown and not dropped', async () => {
  let online = true;
  const { server, device, room } = await opened(() => (online ? 'none' : 'before'));
  online = false;
  room.type('q1', '断网时写的');
  await pass(100);
  online = true;
  const other = createDevice(server).open();
  await settle(other.load());
  await settle(other.choose('restart'));
  device.kill();
  const again = device.open();
  await settle(again.load());
  await settle(again.choose('continue'));
  const asides = () => {
    const state = again.state();
    return state.phase === 'open' ? state.beside : [];
  };
  expect(asides()).toMatchObject([{ questionId: 'q1', attempt: 1, content: { typing: '断网时写的' } }]);
  for (const aside of asides()) again.dismiss(aside);
  expect(asides()).toEqual([]);
});

test('a recording the server will not take is told before the end', async () => {
  const { server, device, room } = await opened();
  server.refuse.add('clip.forms');
  await record(device, 'q1', [1]);
  await settle(device.sitting().recordings.stop());
  await pass(1000);
  expect(shown(device, 'q1')).toMatchObject({ kind: 'refused', error: { code: 'media_not_allowed' } });
  expect(device.sitting().failedQuestions()).toEqual([1]);
  server.refuse.clear();
  device.sitting().retryUpload(clipAt(device, 'q1'));
  await pass(1000);
  expect(device.sitting().failedQuestions()).toEqual([]);
  expect(clipsOf(room.content('q1'))).toHaveLength(1);
});
