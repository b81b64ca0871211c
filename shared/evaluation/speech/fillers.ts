/** Sounds and phrases that fill a gap wherever they stand. The longer ones first, so that a part is not counted for the whole. */
const always = /怎么说呢|就是说|你知道吧|对不对吧|嗯+|呃+|唔+|\bu+[hm]+\b|\be+r+m*\b|\byou know\b/giu;

/**
 * Words that mean something in most places (「那个客户」,「名额」) and fill a gap when they stand alone: doubled, before
 * another filler, or cut off by a pause that the transcript shows as punctuation or a space.
 */
const alone =
  /(?<![\p{Script=Han}])(?:那个|这个|然后|就是|额|诶|哎|啊)(?=[,.，。、…~\s]|$)|(那个|这个|然后|就是|额)(?=\1|嗯|呃|那个|这个|就是说)/gu;

export type FillerCount = { word: string; count: number };

/** Fillers of a transcript, the most frequent first. A lengthened sound counts once, under its short form. */
export function countFillers(transcript: string): { count: number; words: FillerCount[] } {
  const counts = new Map<string, number>();
  const found = [...transcript.matchAll(always), ...transcript.matchAll(alone)];
  for (const [match] of found) {
    const word = match.toLowerCase().replace(/(.)\1+/gu, '$1');
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts].map(([word, count]) => ({ word, count }));
  words.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
  return { count: found.length, words };
}
