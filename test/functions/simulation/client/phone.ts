import { clipsOf } from '#shared/interview/answer.ts';
import { ok, refuse } from '#shared/result.ts';
import { createDevice, createMicrophone } from '#test/miniapp/device.ts';
import { createCaller, type Send, type Session } from '../../../../miniapp/src/api/caller.ts';
import { createServerTime } from '../../../../miniapp/src/api/server-time.ts';
import { type EndSummary, endSummary } from '../../../../miniapp/src/state/chat.ts';
import type { Room } from '../../../../miniapp/src/state/room.ts';
import type { History } from './history.ts';
import type { Network } from './network.ts';
import { questionIds } from './small-interview.ts';
import type { Lane } from './stage.ts';
import type { Timeline } from './timeline.ts';

const origin = 'http://life.invalid';
/** What was typed is on the device before the next frame. */
const frame = 17;

type PhoneParts = {
  name: string;
  interviewId: string;
  candidateId: string;
  timeline: Timeline;
  network: Network;
  lane: Lane;
  history: History;
  /** Milliseconds by which its clock is off. */
  skew: number;
  /** The store's side of recordings: bytes by key. Every phone's go to the one. */
  stored: Map<string, number[]>;
};

/** One phone of the candidate, with the mini-program's own code on it and somebody who does what its pages say. */
export function createPhone(parts: PhoneParts) {
  const { name, interviewId, candidateId, timeline, network, lane, history, skew, stored } = parts;
  const time = createServerTime(() => timeline.now() + skew);
  const deliver: Send = async (request) => {
    const sent = await lane.candidate(request);
    history.answered(request, sent);
    return sent;
  };
  const send: Send = async (request) => {
    const sent = await network.send(deliver)(request);
    history.heard(request, sent);
    return sent;
  };
  let token: string | undefined;
  const session: Session = {
    token: () => token,
    async renew() {
      const sent = await network.carry('sign-in', async () => {
        const fresh = await lane.token(candidateId);
        return { kind: 'answered', status: 200, headers: {}, body: fresh };
      });
      if (sent.kind !== 'answered') return refuse(sent);
      if (typeof sent.body !== 'string') return refuse({ kind: 'unknown' });
      token = sent.body;
      return ok(token);
    },
  };
  const deviceNow = () => timeline.now() + skew;
  const call = createCaller({ send, time, origin, appVersion: '0.1.0', session, deviceNow });
  let ids = 0;
  const newId = () => `op_${interviewId}_${name}_${ids++}`;
  const receive = (key: string, bytes: ArrayBuffer) =>
    network.upload(async () => {
      stored.set(key, [...new Uint8Array(bytes)]);
      return { ok: true };
    });
  const device = createDevice({ call, receive }, { interviewId, timers: timeline.timers, now: timeline.now, newId });
  const typedAt = new Map<string, number>();
  const spoken = new Map<string, number[]>();
  let room: Room | undefined;
  let microphone = createMicrophone(timeline.now);
  let running: string | undefined;
  let promise: EndSummary | undefined;

  const view = () => {
    const state = room?.state();
    return state && 'view' in state ? state.view : undefined;
  };
  let openedEpoch = 0;
  function isOpen(): boolean {
    const state = room?.state();
    if (state?.phase === 'open') openedEpoch = state.view.epoch;
    return state?.phase === 'open';
  }

  return {
    name,
    device,
    call,
    newId,
    view,
    isOpen,
    room: () => room,
    phase: () => (isOpen() ? 'open' : (room?.state().phase ?? 'shut')),
    /** The opening in which this phone last had the conversation. */
    openedEpoch: () => openedEpoch,
    end: () => device.endings().state(interviewId),
    isPending: () => device.endings().isPending(interviewId),
    clockError: () => Math.abs(time.now() - timeline.now()),
    /** What the sheet promised when the end was confirmed last. */
    promise: () => promise,
    /** Every word written here that reached the device, and the bytes of every recording, by clip. */
    words: () => [...typedAt].filter(([, at]) => timeline.now() - at >= frame).map(([word]) => word),
    spoken,
    /** The candidate threw them away. */
    drop(gone: (word: string) => boolean) {
      for (const word of [...typedAt.keys()]) if (gone(word)) typedAt.delete(word);
    },

    async open(opened?: { attempt: number; epoch: number }): Promise<void> {
      room = device.open(opened);
      await timeline.settle(room.load());
    },
    kill(): void {
      for (const [word, at] of [...typedAt]) if (timeline.now() - at < frame) typedAt.delete(word);
      device.kill();
      device.endings().wake();
      room = undefined;
      running = undefined;
    },
    type(questionId: string, word: string): void {
      if (!room || !isOpen()) return;
      room.type(questionId, `${room.content(questionId).typing}${word}`);
      typedAt.set(word, timeline.now());
    },
    /** Speaks on, or begins to. */
    async say(questionId: string, bytes: number[]): Promise<void> {
      if (!isOpen()) return;
      const { recordings } = device.sitting();
      if (recordings.state().phase === 'idle') {
        microphone = createMicrophone(timeline.now);
        recordings.start(questionId, 'voice', microphone.make);
        const { attempt } = view() ?? { attempt: 0 };
        const records = device.uploads().records(interviewId, attempt);
        running = records.findLast(({ stage }) => stage === 'open')?.clipId;
      }
      const clipId = running;
      await timeline.pass(1_500);
      microphone.say(...bytes);
      await timeline.pass(5);
      if (clipId !== undefined) spoken.set(clipId, [...(spoken.get(clipId) ?? []), ...bytes]);
    },
    async stop(): Promise<void> {
      running = undefined;
      if (room) await timeline.settle(device.sitting().recordings.stop());
    },
    clips: () => questionIds.flatMap((id) => (room ? clipsOf(room.content(id)) : [])),
    async retake(questionId: string): Promise<void> {
      const clip = room && isOpen() ? clipsOf(room.content(questionId)).at(-1) : undefined;
      if (clip === undefined) return;
      device.sitting().removeClip(questionId, clip.clipId);
      spoken.delete(clip.clipId);
    },
    async finish(questionId: string): Promise<void> {
      if (!room || !isOpen()) return;
      running = undefined;
      await timeline.settle(device.sitting().finish(questionId));
      if (isOpen()) await timeline.settle(room.followUp(questionId));
    },
    /** 「结束面试」, confirmed: the recording that runs is kept first, as the page does. */
    confirmEnd(): void {
      const shown = view();
      if (!room || !isOpen() || shown === undefined) return;
      promise = endSummary(shown.questions, shown.answersNeeded, room.content);
      room.end();
    },
    /** Does what the page in front of the candidate asks for, until there is a conversation or nothing more to do. */
    async attend(choose: () => 'continue' | 'restart' | 'leave', tries = 12): Promise<void> {
      for (let n = 0; n < tries; n += 1) {
        const state = room?.state();
        if (room === undefined || state === undefined) await this.open();
        else if (state.phase === 'trouble') await timeline.settle(room.load());
        else if (state.phase === 'asking' || state.phase === 'superseded') {
          const choice = state.phase === 'asking' && state.busy ? 'leave' : choose();
          if (choice === 'leave') return;
          if (choice === 'restart') await this.beforeRestart();
          await timeline.settle(room.choose(choice));
        } else if (state.phase === 'ending') {
          const step = this.end()?.step;
          if (step === 'closed') await timeline.settle(room.tellOver());
          else if (step === 'stopped') {
            room.backFromEnding();
            await timeline.pass(3_000);
          } else return;
        } else if (state.phase === 'open') {
          await timeline.pass(20);
          for (const broken of device.sitting().broken())
            await timeline.settle(device.sitting().recordings.adopt(broken));
          return;
        } else if (state.phase === 'loading') await timeline.pass(2_000);
        else return;
      }
    },
    /** 「否」: what never left this phone is given up with it. */
    beforeRestart: async (): Promise<void> => {},
  };
}
export type Phone = ReturnType<typeof createPhone>;
