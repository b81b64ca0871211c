import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipsOf } from '#shared/interview/answer.ts';
import { createMicrophone } from './device.ts';
import { type Fault, interviewId, questionIds } from './fake-server.ts';
import { opened, pass, settle, tellTime } from './opened.ts';

/** More by `MIANLIAO_RUNS`; a failing seed and path are printed by fast-check. */
const runs = Number(process.env.MIANLIAO_RUNS ?? 500);

tellTime();

type Step =
  | { do: 'type'; question: number; text: string }
  | { do: 'send' | 'finish' | 'reopen' | 'retake'; question: number }
  | { do: 'say'; question: number; bytes: number[] }
  | { do: 'stop' }
  | { do: 'cancel' }
  | { do: 'wait'; ms: number }
  | { do: 'kill' };

const question = fc.nat({ max: questionIds.length - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      question,
      text: fc.string({ maxLength: 8, unit: 'grapheme' }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('send' as const, 'finish' as const, 'reopen' as const), question }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      question,
      bytes: fc.array(fc.nat({ max: 255 }), { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('stop' as const, 'stop' as const, 'cancel' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retake' as const), question }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 4000 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const) }) },
);
const fault = fc.oneof(
  { weight: 5, arbitrary: fc.constant('none' as Fault) },
  { weight: 2, arbitrary: fc.constant('before' as Fault) },
  { weight: 2, arbitrary: fc.constant('after' as Fault) },
  { weight: 1, arbitrary: fc.constant('twice' as Fault) },
  { weight: 1, arbitrary: fc.constant('late' as Fault) },
  { weight: 1, arbitrary: fc.constant('limited' as Fault) },
);

test('whatever the network does and whenever the app is killed: every word typed and every second recorded is in the one end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.array(fault, { maxLength: 60 }),
      fc.boolean(),
      async (steps, faults, killInEnd) => {
        let broken = false;
        const left = [...faults];
        const { server, device, room: first } = await opened(() => (broken ? (left.shift() ?? 'none') : 'none'));
        let room = first;
        broken = true;

        let microphone = createMicrophone();
        /** Bytes of every recording the device took, by id; as long as they are wanted. */
        const said = new Map<string, number[]>();
        let running: string | undefined;

        async function say(questionId: string, bytes: number[]) {
          const { recordings } = device.sitting();
          if (recordings.state().phase === 'idle') {
            microphone = createMicrophone();
            recordings.start(questionId, 'voice', microphone.make);
            running = device
              .uploads()
              .records(interviewId, 1)
              .findLast(({ stage }) => stage === 'open')?.clipId;
          }
          await pass(1500);
          microphone.say(...bytes);
          await pass(3);
          if (running !== undefined) said.set(running, [...(said.get(running) ?? []), ...bytes]);
        }

        async function stop() {
          await settle(device.sitting().recordings.stop());
          running = undefined;
        }

        async function comeBack() {
          device.kill();
          room = device.open();
          for (let tries = 0; tries < 40 && room.state().phase !== 'open'; tries++) {
            if (room.state().phase === 'asking') await settle(room.choose('continue'));
            else await settle(room.load());
          }
          expect(room.state().phase).toBe('open');
          await pass(20);
          for (const broken of device.sitting().broken()) await settle(device.sitting().recordings.adopt(broken));
          running = undefined;
        }
        const clips = () => questionIds.flatMap((id) => clipsOf(room.content(id)));

        const texts = () => questionIds.map((id) => room.content(id));
        for (const one of steps) {
          if (one.do === 'wait') await pass(one.ms);
          else if (one.do === 'kill') {
            await pass(17);
            const [before, broken] = [texts(), running];
            await comeBack();
            // What was being recorded is offered on return; the rest is as it was.
            const after = texts().map((content) => ({
              ...content,
              sent: content.sent.filter((bubble) => typeof bubble === 'string' || bubble.clipId !== broken),
            }));
            expect(after.map(({ done: _, ...content }) => content)).toEqual(
              before.map(({ done: _, ...content }) => content),
            );
            if (broken !== undefined) expect(clips().map(({ clipId }) => clipId)).toContain(broken);
          } else if (one.do === 'say') await say(questionIds[one.question] ?? '', one.bytes);
          else if (one.do === 'stop') await stop();
          else if (one.do === 'cancel') {
            if (running !== undefined) said.delete(running);
            device.sitting().recordings.cancel();
            running = undefined;
          } else if (one.do === 'retake') {
            const id = questionIds[one.question] ?? '';
            const clip = clipsOf(room.content(id)).at(-1);
            if (!clip) continue;
            said.delete(clip.clipId);
            device.sitting().removeClip(id, clip.clipId);
          } else {
            const id = questionIds[one.question] ?? '';
            if (one.do === 'type') room.type(id, one.text);
            else room[one.do](id);
          }
        }

        await stop();
        const meant = texts();
        room.end();
        if (killInEnd) {
          await pass(30);
          device.kill();
          device.endings().wake();
        }
        broken = left.length > 0;
        const ids = [...said.keys()].sort();
        expect(
          clips()
            .map(({ clipId }) => clipId)
            .sort(),
        ).toEqual(ids);
        // A reply lost after the commit leaves the end pending until the next try, so the server's status is not enough.
        const underWay = () =>
          server.state().status === 'in_progress' ||
          device.endings().isPending(interviewId) ||
          device.uploads().pending(interviewId).clips > 0;
        for (let i = 0; i < 60 && underWay(); i++) await pass(10_000);

        expect(questionIds.map((id) => server.draft(id)?.content)).toEqual(meant);
        expect(server.events.filter((event) => event.type === 'ended')).toHaveLength(1);
        expect(device.endings().isPending(interviewId)).toBe(false);
        for (const id of ids) expect(server.heard(id)).toEqual(said.get(id));
      },
    ),
    { numRuns: runs },
  );
}, 110_000);

/** One interview with everything in it; `kill` restarts the app after that many steps. */
async function wholeInterview(fault: (n: number, operation: string) => Fault, kill?: number) {
  let sent = 0;
  let broken = false;
  const { server, device, room: first } = await opened((operation) => (broken ? fault(sent++, operation) : 'none'));
  let room = first;
  broken = true;
  let microphone = createMicrophone();
  async function comeBack() {
    device.kill();
    room = device.open();
    for (let tries = 0; tries < 40 && room.state().phase !== 'open'; tries++) {
      if (room.state().phase === 'asking') await settle(room.choose('continue'));
      else await settle(room.load());
    }
    await pass(20);
    for (const one of device.sitting().broken()) await settle(device.sitting().recordings.adopt(one));
  }
  const begin = () => {
    microphone = createMicrophone();
    device.sitting().recordings.start('q1', 'voice', microphone.make);
  };
  const steps: (() => unknown)[] = [
    begin,
    () => pass(5000),
    () => microphone.say(1, 2),
    () => pass(5),
    () => pass(5000),
    () => microphone.say(3),
    () => pass(5),
    () => settle(device.sitting().recordings.stop()),
    () => settle(device.sitting().finish('q1')),
    () => room.type('q2', '我会先听'),
    () => pass(20),
    () => settle(device.sitting().finish('q2')),
    () => settle(room.followUp('q2')),
    () => room.type('q2', '再确认'),
    () => pass(900),
    () => settle(device.sitting().finish('q2')),
    () => room.end(),
  ];
  for (const [n, step] of steps.entries()) {
    await step();
    if (n === kill && n < steps.length - 1) await comeBack();
  }
  if (kill === steps.length - 1) {
    await pass(30);
    device.kill();
    device.endings().wake();
  }
  const underWay = () =>
    server.state().status === 'in_progress' ||
    device.endings().isPending(interviewId) ||
    device.uploads().pending(interviewId).clips > 0;
  for (let i = 0; i < 30 && underWay(); i++) await pass(10_000);
  return { server, device, requests: sent, steps: steps.length };
}

const words = ({ server }: Awaited<ReturnType<typeof wholeInterview>>, id: string) =>
  server.draft(id)?.content.sent.map((bubble) => (typeof bubble === 'string' ? bubble : server.heard(bubble.clipId)));

test('cut at every request in turn, before it arrives and after: the same end, once', async () => {
  const whole = await wholeInterview(() => 'none');
  expect(whole.requests).toBeGreaterThan(12);
  for (const kind of ['before', 'after', 'twice', 'late'] as const) {
    for (let cut = 0; cut < whole.requests; cut++) {
      const one = await wholeInterview((n) => (n === cut ? kind : 'none'));
      const told = `${kind} at request ${cut}`;
      expect(
        one.server.events.filter(({ type }) => type === 'ended'),
        told,
      ).toHaveLength(1);
      expect(one.server.state().status, told).toBe('submitted');
      expect(words(one, 'q1'), told).toEqual([[1, 2, 3]]);
      expect(words(one, 'q2'), told).toEqual(['我会先听', '再确认']);
      expect(one.device.endings().isPending(interviewId), told).toBe(false);
    }
  }
});

test('killed after every step in turn: what the device had taken is in the end', async () => {
  const { steps } = await wholeInterview(() => 'none');
  for (let kill = 0; kill < steps; kill++) {
    const one = await wholeInterview(() => 'none', kill);
    const told = `killed after step ${kill}`;
    expect(
      one.server.events.filter(({ type }) => type === 'ended'),
      told,
    ).toHaveLength(1);
    const heard = (words(one, 'q1') ?? []).flat().filter((byte) => typeof byte === 'number');
    if (kill >= 3) expect(heard.slice(0, 2), told).toEqual([1, 2]);
    if (kill >= 6) expect(heard, told).toEqual([1, 2, 3]);
    if (kill !== 9) expect(words(one, 'q2')?.[0], told).toBe('我会先听');
  }
});
