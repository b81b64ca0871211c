import type { Span } from '../review/highlight.ts';
import type { Answer } from '../review/quoted.ts';

export type Clip = Answer['clips'][number];

/** What a clip adds to the words of its answer. */
const wordsOf = (clip: Clip) => clip.corrected ?? clip.heard ?? '';

/** The clip in which a piece of the answer was said, and where in the clip's own words it begins. */
export function clipOf(answer: Answer, place: Span): { clip: Clip; offset: number } | undefined {
  let from = 0;
  for (const clip of answer.clips) {
    const said = wordsOf(clip);
    const start = said === '' ? -1 : answer.text.indexOf(said, from);
    if (start < 0) continue;
    from = start + said.length;
    if (start <= place.start && place.start < from) return { clip, offset: place.start - start };
  }
  return undefined;
}

/**
 * The recording of a quote and the second from which to play it: the start of the recording where nobody knows better.
 * Words that a colleague's correction has changed since are found by what was heard.
 */
export function heardAt(answer: Answer, place: Span): { clip: Clip; at: number } | undefined {
  const quote = answer.text.slice(place.start, place.end);
  const found = clipOf(answer, place);
  if (found) return { clip: found.clip, at: secondsOf(found.clip, quote, found.offset) ?? 0 };
  for (const clip of answer.clips) {
    const at = secondsOf(clip, quote, place.start);
    if (at !== undefined) return { clip, at };
  }
  return undefined;
}

/** Only what is spoken: recognisers and people put stops and blanks differently. */
const spoken = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const needed = 3;
/** A moment before the first word, so that it is not cut. */
const lead = 0.3;

/**
 * When in a recording a quote is said, in seconds; undefined where the recogniser gave no times or the words were
 * corrected beyond recognition. A quote said twice is the one nearest to its place in the text.
 */
export function secondsOf(clip: Clip, quote: string, offset: number): number | undefined {
  const starts: number[] = [];
  let heard = '';
  for (const word of clip.words) {
    const letters = spoken(word.text);
    for (let index = 0; index < letters.length; index += 1) starts.push(word.start);
    heard += letters;
  }
  const before = spoken(wordsOf(clip).slice(0, offset)).length;
  const wanted = spoken(quote);
  for (let length = wanted.length; length >= Math.min(needed, wanted.length) && length > 0; length -= 1) {
    const at = nearest(heard, wanted.slice(0, length), before);
    if (at !== undefined) return Math.max(0, (starts[at] ?? 0) - lead);
  }
  return undefined;
}

function nearest(text: string, part: string, to: number): number | undefined {
  let best: number | undefined;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    if (best === undefined || Math.abs(at - to) < Math.abs(best - to)) best = at;
  }
  return best;
}

/** 83 is 1:23. */
export const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};
