import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoClips } from '#functions/adapters/dynamo/clips.ts';
import { deliveries } from '#functions/clip/transcribe.ts';
import { mediaLimits } from '#shared/interview/media.ts';
import { invite, newOperation, tokenOf } from '#test/functions/journeys/candidate.ts';
import { company, startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { backendRequisition } from '#test/world/seeds/positions.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import { readEventDefinitions } from '#test/world/table-definition.ts';
import { type Parts, type Recorder, recorder } from './recorder.ts';
import { refusedWith, upload } from './upload.ts';

let world: TestWorld;
let me: Recorder;
let other: Recorder;
const parts: Parts = [new Uint8Array(Buffer.from('a note, and nothing that is listened to'))];
const file = { kind: 'file', mime: 'text/plain', seconds: 0, questionId: 'qcode', name: 'answer.txt' } as const;

beforeAll(async () => {
  world = await startTestWorld();
  [me, other] = [await recorder(world), await recorder(world)];
});
afterAll(() => world.stop());

const clips = () => dynamoClips(world.table);
const code = async (answered: Promise<{ ok: boolean; code?: string }>) => {
  const answer = await answered;
  return answer.ok ? 'ok' : answer.code;
};
/** A recording that is handed in; what is in it does not matter here. */
async function handedIn(of: Recorder) {
  const clip = of.newClip();
  await of.send(clip, parts);
  await of.close(clip, parts);
  await world.idle();
  return clip;
}

describe("another candidate's interview (SCENARIOS 19)", () => {
  it('is as absent as none: forms, closing, looking, the probe', async () => {
    const clip = await handedIn(other);
    const nowhere = { interviewId: 'itv_00000000000000000000000000' };
    for (const params of [other.params, nowhere]) {
      const asked = { token: me.token, params };
      const { clipId, questionId, kind, mime, seconds, interruptions } = clip;
      const answers = await Promise.all([
        world.refused('clip.get', { token: me.token, params: { ...params, clipId } }),
        world.refused('clip.forms', { ...asked, input: { clipId, questionId, kind, mime, from: 0, count: 1 } }),
        world.refused('clip.close', {
          token: me.token,
          params: { ...params, clipId },
          input: { attempt: 1, questionId, kind, mime, seconds, interruptions, parts: 1, bytes: 39 },
        }),
        world.refused('interview.probe', asked),
      ]);
      const bodies = answers.map(({ status, code: said, message, details }) => ({ status, said, message, details }));
      expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
      expect(bodies[0]).toMatchObject({ status: 404, said: 'not_found', details: {} });
    }
    expect(await clips().get(company, me.interviewId, clip.clipId)).toBeUndefined();
  });

  it('cannot be written to with a form of mine, nor read with an address of mine', async () => {
    const theirs = await handedIn(other);
    const mine = await handedIn(me);
    const [form] = await me.forms(me.newClip());
    if (!form) throw new Error('no form');
    const key = form.fields.key?.replace(me.interviewId, other.interviewId) ?? '';
    expect(await refusedWith(upload({ ...form, fields: { ...form.fields, key } }, 'x'))).toBe('403 AccessDenied');
    const { url } = await me.look(mine);
    const swapped = (url ?? '').replace(me.interviewId, other.interviewId).replace(mine.clipId, theirs.clipId);
    expect(await refusedWith(fetch(swapped))).toBe('403 SignatureDoesNotMatch');
    expect(await refusedWith(fetch((url ?? '').split('?')[0] ?? ''))).toBe('403 AccessDenied');
  });
});

describe('a key is made here (SCENARIOS 21)', () => {
  it('of ids of ours, whatever a phone calls its clip', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.constantFrom('../1-1', '1-1/..', '1-1/../../x', '%2e%2e', '1-1\n', '')),
        async (clipId) => {
          fc.pre(!/^\d{1,4}-\d{1,3}$/.test(clipId));
          const clip = { ...me.newClip(), clipId };
          expect(await code(me.askForms(clip))).toBe('invalid_input');
          const at = { ...clip, clipId: encodeURIComponent(clipId) };
          expect(['not_found', 'unknown_operation', 'method_not_allowed']).toContain(await code(me.ask(at)));
        },
      ),
      { numRuns: 30 },
    );
    expect(await code(me.askForms(me.newClip({ questionId: '../../itv' })))).toBe('not_found');
    expect(await code(me.askForms(me.newClip({ questionId: 'qnone' })))).toBe('not_found');
  });

  it('stays below the interview, the attempt, the question', async () => {
    const clip = me.newClip();
    const [form] = await me.forms(clip);
    expect(form?.fields.key).toBe(`c/${company}/interview/${me.interviewId}/clip/1/qprice/${clip.clipId}/00000`);
  });
});

describe('what may be recorded', () => {
  it.each<[string, Parameters<Recorder['newClip']>[0], string]>([
    ['a way that the question allows', { kind: 'video', mime: 'video/webm', questionId: 'qprice' }, 'ok'],
    ['voice where the plan says nothing', { questionId: 'qdelay' }, 'ok'],
    ['voice where it asks for words', { questionId: 'qfollow' }, 'media_not_allowed'],
    [
      'video where it does not ask for it',
      { kind: 'video', mime: 'video/webm', questionId: 'qdelay' },
      'media_not_allowed',
    ],
    ['a file where it does not ask for one', { kind: 'file', mime: 'text/plain' }, 'media_not_allowed'],
    ['a page', { mime: 'text/html' }, 'media_not_allowed'],
    ['a type of another kind', { mime: 'video/mp4' }, 'media_not_allowed'],
    ['a type with more behind it', { mime: 'audio/webm;codecs=opus' }, 'media_not_allowed'],
  ])('%s', async (_, over, says) => {
    expect(await code(me.askForms(me.newClip(over)))).toBe(says);
    expect(await code(me.askClose(me.newClip(over), parts))).toBe(says);
  });

  it('as much of it as the limits say', async () => {
    const { parts: most } = mediaLimits;
    const answer = await me.askForms(me.newClip(), { from: most.voice - 2, count: 20 });
    expect(answer.ok && answer.value.forms.map(({ part }) => part)).toEqual([most.voice - 2, most.voice - 1]);
    expect(answer.ok && answer.value.forms[0]?.maxBytes).toBe(mediaLimits.partBytes.voice);
    expect(await code(me.askForms(me.newClip(), { from: most.voice, count: 1 }))).toBe('media_not_allowed');
    expect(await code(me.askForms(me.newClip(), { from: 0, count: 21 }))).toBe('invalid_input');
    const clip = me.newClip({ kind: 'video', mime: 'video/webm' });
    for (const over of [{ seconds: 301 }, { parts: 201 }, { bytes: 5_000_001 }, { parts: 2, bytes: 1 }]) {
      expect(await code(me.askClose(clip, parts, over))).toBe('media_not_allowed');
    }
    const [form] = await me.forms(clip);
    if (!form) throw new Error('no form');
    expect(await refusedWith(upload(form, new Uint8Array(form.maxBytes + 1)))).toBe('400 EntityTooLarge');
    expect(await clips().get(company, me.interviewId, clip.clipId)).toBeUndefined();
  });

  it('nothing, where recording was not agreed to', async () => {
    const shy = await recorder(world, { consented: false });
    expect(await code(shy.askForms(shy.newClip()))).toBe('media_not_allowed');
    expect(await code(shy.askClose(shy.newClip(), parts))).toBe('media_not_allowed');
  });
});

describe('when', () => {
  const forms = (token: () => Promise<string>, interviewId: string, clipId: string) =>
    world.call('clip.forms', {
      token,
      params: { interviewId },
      input: { clipId, questionId: 'qprice', kind: 'voice', mime: 'audio/mpeg', from: 0, count: 1 },
    });
  const ended = async (of: Recorder) => {
    const numbers = Object.fromEntries((await of.view()).drafts.map(({ questionId, number }) => [questionId, number]));
    const input = { operationId: newOperation(), attempt: of.opened.attempt, numbers };
    return world.must('interview.end', { token: of.token, params: of.params, input });
  };
  const resume = (of: Recorder, choice: 'continue' | 'restart') =>
    world.must('interview.resume', {
      token: of.token,
      params: of.params,
      input: { operationId: newOperation(), choice },
    });

  it('not before the start', async () => {
    const invited = await invite(world);
    const asked = forms(tokenOf(world, invited.person), invited.interviewId, '1-1');
    expect(await code(asked)).toBe('interview_not_started');
  });

  it('an older opening may hand in what it recorded; one that nobody was given may not', async () => {
    const two = await recorder(world);
    const clip = two.newClip();
    const { epoch } = await resume(two, 'continue');
    expect(epoch).toBe(2);
    expect(await code(forms(two.token, two.interviewId, '2-1'))).toBe('ok');
    expect(await code(forms(two.token, two.interviewId, '3-1'))).toBe('not_found');
    await two.send(clip, parts);
    expect((await two.close(clip, parts)).clipId).toBe(clip.clipId);
  });

  it('after an end that was sooner than the upload; not into an attempt that is over', async () => {
    const two = await recorder(world);
    const clip = two.newClip();
    expect((await ended(two)).status).toBe('incomplete');
    await two.send(clip, parts);
    await two.close(clip, parts);
    const again = await resume(two, 'restart');
    expect(await code(two.askForms(two.newClip()))).toBe('interview_ended');
    expect(await code(two.askClose(two.newClip(), parts))).toBe('interview_ended');
    expect(await code(two.askClose({ ...two.newClip(), clipId: `${again.epoch}-1` }, parts))).toBe('not_found');
    // What was handed in is still answered as before, and still there.
    expect((await two.close(clip, parts)).clipId).toBe(clip.clipId);
    expect((await two.look(clip)).clipId).toBe(clip.clipId);
  });

  it('not when it is over for good', async () => {
    const two = await recorder(world);
    const { token, params } = two;
    await world.must('interview.decline', {
      token,
      params,
      input: { operationId: newOperation(), reason: 'withdrawn' },
    });
    expect(await code(two.askForms(two.newClip()))).toBe('interview_closed');
  });
});

describe('a file', () => {
  it('is put together and downloaded under its name, and nobody writes it down', async () => {
    const { requisitionId } = backendRequisition;
    const { candidates } = await world.must('requisition.matches', { token: world.hr, params: { requisitionId } });
    const model = seed.candidates.find(({ candidateId }) => candidateId === candidates[0]?.candidateId);
    if (model === undefined) throw new Error('nobody matches the backend position');
    const person = { ...model, openid: 'o_coder' };
    const coder = await recorder(world, { invited: await invite(world, { requisitionId, person }) });
    const clip = coder.newClip(file);
    await coder.send(clip, parts);
    expect((await coder.close(clip, parts)).state).toBe('none');
    await world.idle();
    const seen = await coder.look(clip);
    expect(seen).toMatchObject({ kind: 'file', name: 'answer.txt', state: 'none', transcript: null });
    const answer = await fetch(seen.url ?? '');
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''answer.txt");
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(parts[0] ?? []))).toBe(true);
  });
});

it('the probe takes as many bytes as it says and shows nothing', async () => {
  const { form, bytes } = await world.must('interview.probe', { token: me.token, params: me.params });
  expect((await upload(form, new Uint8Array(bytes))).status).toBe(204);
  expect(await refusedWith(upload(form, new Uint8Array(bytes + 1)))).toBe('400 EntityTooLarge');
  expect(await refusedWith(fetch(`${form.url}${form.fields.key}`))).toBe('403 AccessDenied');
});

it('the last delivery settles a clip before the queue gives it up', async () => {
  expect((await readEventDefinitions()).transcribe.maxReceiveCount).toBe(deliveries + 1);
});
