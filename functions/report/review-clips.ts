import { playUrl } from '#functions/clip/listen.ts';
import { clipFlags } from '#functions/evaluation/answer-flags.ts';
import type { Answer } from '#functions/evaluation/answers.ts';
import type { ClipRecord, Media } from '#functions/ports/clip.ts';
import type { Output } from '#shared/contract/operations.ts';

type ReviewClip = Output<'report.review'>['answers'][number]['clips'][number];

/** A recording as HR hears and reads it: what was heard beside what the candidate made of it. */
export async function reviewClip(
  deps: { media: Media },
  company: string,
  interviewId: string,
  { clip, record }: Answer['clips'][number],
): Promise<ReviewClip> {
  const { clipId, kind, mime, seconds, name } = clip;
  return {
    clipId,
    kind,
    mime,
    seconds,
    name: name ?? null,
    state: record?.state ?? 'failed',
    url: record === undefined ? null : await playUrl(deps, company, interviewId, record),
    heard: record?.transcript?.text ?? null,
    corrected: clip.text ?? null,
    confidence: record?.transcript?.confidence ?? null,
    words: record?.transcript?.words.map(({ text, start, end }) => ({ text, start, end })) ?? [],
    speech: speechOf(record),
    flags: clipFlags({ clip, record }),
  };
}

function speechOf(record: ClipRecord | undefined): ReviewClip['speech'] {
  if (!record?.speech) return null;
  const { seconds, speakingSeconds, charactersPerMinute, pauses, loudness, fillers } = record.speech;
  return {
    seconds,
    speakingSeconds,
    charactersPerMinute,
    pauses,
    loudness,
    fillers,
  };
}
