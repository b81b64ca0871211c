import type { Clip } from '#shared/interview/draft.ts';
import { clipIdOf } from '#shared/interview/media.ts';
import { ask, insist, type Who } from './ask.ts';
import type { Life } from './life.ts';

type Spoken = { interviewId: string; questionId: string; attempt: number; epoch: number; n: number; mark: string };

/** A recording goes up in parts; the network cuts it, and it goes on where it was. Undefined where none could be handed in. */
export async function speak(life: Life, who: Who, spoken: Spoken): Promise<Clip | undefined> {
  const { interviewId, questionId, attempt, epoch, n, mark } = spoken;
  const { random } = life;
  const clipId = clipIdOf(epoch, n);
  const params = { interviewId };
  const kinds = { kind: 'voice', mime: 'audio/webm' } as const;
  const pieces = Array.from({ length: 2 + random.below(3) }, (_, i) => Buffer.from(`${mark} 第${n}段${i}。`));
  const left = new Set(pieces.keys());
  let cut = false;
  for (let tries = 0; left.size > 0 && tries < 8; tries += 1) {
    const from = Math.min(...left);
    const reply = await ask(life, who, 'clip.forms', {
      params,
      input: { clipId, questionId, ...kinds, from, count: pieces.length - from },
    });
    if (reply.kind === 'refused' && reply.code !== 'unavailable') return undefined;
    if (reply.kind !== 'ok') continue;
    for (const form of reply.value.forms) {
      if (!left.has(form.part)) continue;
      const fate = random.chance(life.network() * 1.5) ? random.pick(['cut', 'after', 'twice'] as const) : 'ok';
      if (fate === 'cut') {
        cut = true;
        life.note(`  network: part ${form.part} of ${clipId} is cut`);
        break;
      }
      const bytes = pieces[form.part] as Buffer;
      const status = life.bucket.post(form, bytes);
      if (status !== 204) life.problem(`part ${form.part} of ${clipId} was answered ${status}`);
      if (fate === 'twice') life.bucket.post(form, bytes);
      if (fate !== 'after') left.delete(form.part);
    }
  }
  if (left.size > 0) return undefined;
  if (cut) life.see('1 an upload is cut and goes on by part');
  const bytes = pieces.reduce((sum, one) => sum + one.length, 0);
  const closed = { ...kinds, seconds: 4, parts: pieces.length, bytes };
  const reply = await insist(life, who, 'clip.close', {
    params: { ...params, clipId },
    input: { ...closed, attempt, questionId, interruptions: 0 },
  });
  if (reply.kind !== 'ok') return undefined;
  life.history.clips.push({ interviewId, clipId, bytes: Buffer.concat(pieces).toString('utf8') });
  return { clipId, ...closed };
}
