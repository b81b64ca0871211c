import type { HrReportCopy } from '#shared/copy/zh/hr-report.ts';
import type { Clip } from './clip-time.ts';

/** How it was spoken, in one line; what was not measured is left out. */
export function speechLine(words: HrReportCopy['speech'], speech: NonNullable<Clip['speech']>): string {
  const { pauses, fillers, charactersPerMinute } = speech;
  const said = fillers.words.slice(0, 3).map(({ word, count }) => words.filler(word, count));
  return [
    charactersPerMinute === null ? '' : words.rate(Math.round(charactersPerMinute)),
    pauses.count === 0 ? words.noPauses : words.pauses(pauses.count, pauses.longestSeconds.toFixed(1)),
    said.length > 0 ? words.fillers(said.join(' ')) : '',
    words.speaking(String(Math.round(speech.speakingSeconds)), String(Math.round(speech.seconds))),
  ]
    .filter(Boolean)
    .join(' · ');
}
