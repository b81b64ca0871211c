import type { Flag } from '#shared/evaluation/report.ts';
import type { Terms } from '#shared/interview/state.ts';
import { answerSecondsOf } from '#shared/interview/ways.ts';
import type { Answer } from './answers.ts';

/** Seconds for the way from the last word to the tap that ends an answer. */
const tolerance = 15;

/** Longer than the plan and the accommodations give, by the device's clock. */
export function isOvertime({ question, content }: Pick<Answer, 'question' | 'content'>, terms: Terms): boolean {
  const given = answerSecondsOf(question, terms);
  return given !== null && content.seconds !== undefined && content.seconds > given + tolerance;
}

/** What is wrong with one recording, also where it never arrived whole. */
export function clipFlags({ clip, record }: Answer['clips'][number]): Flag[] {
  if (record === undefined) return ['recording_incomplete'];
  const heard = record.flags.filter((flag) => flag !== 'unsure_transcript');
  return isUnsure({ clip, record }) ? [...heard, 'unsure_transcript'] : heard;
}

/** The recogniser was not sure, and the candidate has not put it right. */
const isUnsure = ({ clip, record }: Answer['clips'][number]): boolean =>
  (clip.text ?? '') === '' && record?.transcript?.sure === false;

/**
 * What the server knows of an answer and no scorer can. `abstain`: there are no words that anybody vouches for, so nothing
 * is judged and a person listens.
 */
export function answerFlags(answer: Answer, terms: Terms): { flags: Flag[]; abstain: boolean } {
  const flags = new Set(answer.clips.flatMap(clipFlags));
  if (answer.text.trim() === '' && answer.clips.length > 0) flags.add('not_transcribed');
  if (isOvertime(answer, terms)) flags.add('overtime');
  return { flags: [...flags], abstain: flags.has('not_transcribed') || flags.has('unsure_transcript') };
}
