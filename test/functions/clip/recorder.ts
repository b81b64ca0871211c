import path from 'node:path';
import { dynamoClips } from '#functions/adapters/dynamo/clips.ts';
import type { ClipRecord } from '#functions/ports/clip.ts';
import type { Input, Output } from '#shared/contract/operations.ts';
import { clipIdOf } from '#shared/interview/media.ts';
import { type Invited, invite, newOperation, tokenOf } from '#test/functions/journeys/candidate.ts';
import { company, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { upload } from './upload.ts';

export type Parts = Uint8Array<ArrayBuffer>[];
type Clip = Omit<Input<'clip.close'>, 'attempt' | 'parts' | 'bytes'> & { clipId: string };
export type Recorder = Awaited<ReturnType<typeof recorder>>;

/** A candidate's phone that records: the interview is open, and recording was agreed to unless `consented` is false. */
export async function recorder(
  world: TestWorld,
  { consented = true, invited }: { consented?: boolean; invited?: Invited } = {},
) {
  const who = invited ?? (await invite(world));
  const token = tokenOf(world, who.person);
  const params = { interviewId: who.interviewId };
  const consents = [
    { purpose: 'ai_evaluation' as const, version: '1', granted: true },
    { purpose: 'recording' as const, version: '1', granted: consented },
  ];
  const opened = await world.must('interview.start', {
    token,
    params,
    input: { operationId: newOperation(), consents },
  });
  let clips = 0;

  const me = {
    ...who,
    token,
    params,
    opened,
    /** A clip of this opening, with a number of its own. */
    newClip(over: Partial<Clip> = {}): Clip {
      clips += 1;
      const clipId = clipIdOf(opened.epoch, clips);
      return { clipId, questionId: 'qprice', kind: 'voice', mime: 'audio/webm', seconds: 7, interruptions: 0, ...over };
    },
    askForms(clip: Clip, range = { from: 0, count: 20 }) {
      const { clipId, questionId, kind, mime } = clip;
      return world.call('clip.forms', { token, params, input: { clipId, questionId, kind, mime, ...range } });
    },
    async forms(clip: Clip): Promise<Output<'clip.forms'>['forms']> {
      const answer = await me.askForms(clip);
      if (!answer.ok) throw new Error(`clip.forms: ${answer.code}`);
      return answer.value.forms;
    },
    /** Sends the parts, but for those whose number is in `but`. */
    async send(clip: Clip, parts: Parts, but: number[] = []): Promise<void> {
      const forms = await me.forms(clip);
      for (const [i, bytes] of parts.entries()) {
        const form = forms[i];
        if (form === undefined || but.includes(i)) continue;
        const answer = await upload(form, bytes);
        if (answer.status !== 204) throw new Error(`part ${i}: ${await answer.text()}`);
      }
    },
    askClose({ clipId, ...clip }: Clip, parts: Parts, over: Partial<Input<'clip.close'>> = {}) {
      const bytes = parts.reduce((sum, one) => sum + one.length, 0);
      const input = { ...clip, attempt: opened.attempt, parts: parts.length, bytes, ...over };
      return world.call('clip.close', { token, params: { ...params, clipId }, input });
    },
    async close(clip: Clip, parts: Parts): Promise<Output<'clip.close'>> {
      const answer = await me.askClose(clip, parts);
      if (!answer.ok) throw new Error(`clip.close: ${answer.code}`);
      return answer.value;
    },
    records: () => dynamoClips(world.table).ofInterview(company, who.interviewId),
    async record({ clipId }: Pick<Clip, 'clipId'>): Promise<ClipRecord> {
      const found = (await me.records()).find((one) => one.clipId === clipId);
      if (found === undefined) throw new Error('no such clip');
      return found;
    },
    view: () => world.must('interview.get', { token, params }),
    ask: ({ clipId }: Pick<Clip, 'clipId'>) => world.call('clip.get', { token, params: { ...params, clipId } }),
    look: ({ clipId }: Pick<Clip, 'clipId'>) => world.must('clip.get', { token, params: { ...params, clipId } }),
  };
  return me;
}

/** So many pieces, none of them empty. */
export function cut(bytes: Uint8Array<ArrayBuffer>, pieces: number): Parts {
  const size = Math.ceil(bytes.length / pieces);
  return Array.from({ length: pieces }, (_, i) => bytes.slice(i * size, (i + 1) * size));
}

export async function played(url: string | null): Promise<Buffer> {
  if (url === null) throw new Error('nothing to play');
  const answer = await fetch(url);
  if (answer.status !== 200) throw new Error(`not played: ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

/** Seven seconds of a voice, as a browser's recorder wrote them. */
export const voiceFile = path.resolve(import.meta.dirname, '..', 'adapters', 'audio-fixtures', 'voice.webm');
