import { aroundTraits, mayTell, ofOneself, oneOf, strongTrait, traitMentions, weakTrait } from './lexicon/traits.ts';
import { type Readable, type Span, without } from './normalise.ts';

const clause = /[^,。!?;:\n]+[,。!?;:\n]*/gu;
const longest = 30;

/** Whether a clause says nothing but who is speaking. `near` is true right behind another one that did. */
function onlyTraits(words: string, near: boolean): boolean {
  if (words.length > longest) return false;
  const weak = near || ofOneself.test(words);
  const rest = words.replace(strongTrait, '');
  const bare = weak ? rest.replace(weakTrait, '') : rest;
  if (bare === words && !near) return false;
  if (bare === words && !/[吃信]|跑步|健康|退休|毕业/u.test(words)) return false;
  return bare.replace(aroundTraits, '') === '';
}

function traitSpans(text: string): Span[] {
  const spans: Span[] = [];
  let near = false;
  for (const { 0: words, index } of text.matchAll(clause)) {
    near = onlyTraits(words, near);
    if (near) spans.push({ start: index, end: index + words.length });
    else
      for (const pattern of traitMentions)
        for (const found of words.matchAll(pattern))
          spans.push({ start: index + found.index, end: index + found.index + found[0].length });
  }
  return spans;
}

/**
 * The text as the scorer reads it: nothing in it tells the speaker's sex, age, family, origin, belief or health, and
 * other people's sex is read as one. Two answers that differ in nothing else become the same text.
 */
export function withoutTraits(source: Readable): Readable {
  const text = oneOf.reduce((result, [pattern, as]) => result.replace(pattern, as), source.text);
  return without(
    { ...source, text: text.length === source.text.length ? text : source.text },
    mayTell.test(source.text) ? traitSpans(source.text) : [],
  );
}
