import type { ClipFlag, ClipOutcome, ClipRecord, Clips, MediaFiles, Recogniser, Sound } from '#functions/ports/clip.ts';
import { describeSpeech } from '#shared/evaluation/speech/describe-speech.ts';
import { gather, type Whole } from './assemble.ts';

export type TranscribeDeps = {
  clips: Clips;
  files: MediaFiles;
  sound: Sound;
  recogniser: Recogniser | undefined;
  config: { asr: { sureFrom: number } };
};
export type TranscribeJob = { company: string; interviewId: string; clipId: string };

/**
 * Deliveries of a job that wait for parts on their way and for a recogniser that is down; the last one settles the clip
 * with what there is. The queue allows one more (`maxReceiveCount`), for a delivery that died.
 */
export const deliveries = 5;

/** The same job may go better later; the queue gives it again. */
class NotYet extends Error {
  override name = 'NotYet';
}

const mostWords = 4000;
const mostCharacters = 20_000;

/** Puts a clip together, listens to it and has it written down. Safe to repeat and to run twice at once. */
export async function transcribe(deps: TranscribeDeps, job: TranscribeJob, delivery: number): Promise<string> {
  const { company, interviewId, clipId } = job;
  const { clips, files } = deps;
  const clip = await clips.get(company, interviewId, clipId);
  if (clip === undefined) return 'absent';
  if (clip.settledAt !== null) return 'already';
  const last = delivery >= deliveries;
  const whole = await gather(files, { company, interviewId }, clip);
  if (whole.missing.length > 0 && !whole.kept && !last) throw new NotYet('parts are on their way');
  if (!whole.kept && whole.bytes.length > 0) {
    const { mime, kind, name } = clip;
    await files.putOnce(whole.key, { bytes: whole.bytes, mime, fileName: kind === 'file' ? (name ?? clipId) : null });
  }
  if (clip.assembled === null) {
    await clips.assembled(company, interviewId, clipId, { bytes: whole.bytes.length, missing: whole.missing });
  }
  const outcome = await listen(deps, clip, whole, last);
  return (await clips.settle(company, interviewId, clipId, outcome)) ? outcome.state : 'already';
}

async function listen(
  { sound, recogniser, config }: TranscribeDeps,
  { kind, mime, state }: ClipRecord,
  { key, bytes, missing }: Whole,
  last: boolean,
): Promise<ClipOutcome> {
  const flags: ClipFlag[] = missing.length > 0 ? ['recording_incomplete'] : [];
  const nothing = { transcript: null, speech: null, recogniser: null };
  if (kind === 'file') return { ...nothing, state: 'none', flags };
  const unheard = state === 'transcribing' && recogniser !== undefined ? 'failed' : 'none';
  if (bytes.length === 0) return { ...nothing, state: unheard, flags };
  const heard = await sound({ bytes, mime });
  // What we cannot listen to ourselves is not sent on: a decoder bomb stays here, and a person listens.
  if (!heard.ok) return { ...nothing, state: unheard, flags: [...flags, 'recording_unreadable'] };
  if (heard.sound.incomplete && !flags.includes('recording_incomplete')) flags.push('recording_incomplete');
  const described = { seconds: heard.sound.seconds, energies: heard.sound.energies };
  if (unheard === 'none' || recogniser === undefined) {
    return { ...nothing, state: 'none', speech: describeSpeech(described), flags };
  }
  const said = await recogniser.recognise({ bytes, mime, seconds: described.seconds, key });
  if (said.state === 'failed') {
    if (said.passing && !last) throw new NotYet(said.code);
    return { ...nothing, state: 'failed', speech: describeSpeech(described), flags, recogniser: recogniser.name };
  }
  const text = said.text.slice(0, mostCharacters).toWellFormed();
  const sure = said.confidence === null || said.confidence >= config.asr.sureFrom;
  return {
    state: 'ready',
    transcript: { text, confidence: said.confidence, sure, words: said.words.slice(0, mostWords) },
    speech: describeSpeech({ ...described, transcript: text }),
    flags: sure ? flags : [...flags, 'unsure_transcript'],
    recogniser: recogniser.name,
  };
}
