/** Made on first use: the first one loads the platform's word list, which a cold start need not wait for. */
let wordSegmenter: Intl.Segmenter | undefined;
let graphemeSegmenter: Intl.Segmenter | undefined;

/** Words of a text that are words, in order. */
export function wordsOf(text: string): string[] {
  wordSegmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words: string[] = [];
  for (const { segment, isWordLike } of wordSegmenter.segment(text)) if (isWordLike) words.push(segment);
  return words;
}

/** What a reader sees as one character each, with where it begins. */
export function graphemesOf(text: string): Iterable<{ segment: string; index: number }> {
  graphemeSegmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return graphemeSegmenter.segment(text);
}
