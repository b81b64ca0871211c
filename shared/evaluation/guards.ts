import type { Asked } from './guards/asked.ts';
import { echo } from './guards/echo.ts';
import { hiddenIn } from './guards/hidden.ts';
import { courtesies, instructs } from './guards/instructs.ts';
import { keywordFrame, keywordList } from './guards/keywords.ts';
import { numberStuffing } from './guards/numbers.ts';
import { emptyProse } from './guards/prose.ts';
import { repetition } from './guards/repetition.ts';
import { withoutTraits } from './mask-traits.ts';
import { originalSpan, type Readable, readable, type Span, without } from './normalise.ts';
import type { Flag } from './report.ts';

/** Han characters (a Latin word or a number counts for two) an answer needs to be judged at all. */
const leastSubstance = 15;

const guards = [instructs, repetition, echo, keywordList, keywordFrame, numberStuffing, emptyProse];

/** What of an answer may give evidence, and what the guards withheld (spans of the original). Nothing is withheld without its flag. */
export type Guarded = {
  source: Readable;
  flags: Flag[];
  withheld: (Span & { flag: Flag })[];
  enough: boolean;
};

/** 「啊啊啊啊」 and a phrase said over and over say it once. */
const collapsed = (text: string): string => text.replace(/(.{1,6}?)\1{2,}/gsu, '$1');

function substanceOf(text: string): number {
  const once = collapsed(text.replace(/[^\p{L}\p{N}]/gu, '') === '' ? '' : text);
  const han = once.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = once.match(/(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)?.length ?? 0;
  return han + 2 * others;
}

export function guarded(answer: string, asked: Asked): Guarded {
  const flags = new Set<Flag>(hiddenIn(answer) ? ['hidden_text'] : []);
  const withheld: Guarded['withheld'] = [];
  const neutral = withoutTraits(readable(answer));
  let source = without(neutral, courtesies(neutral));
  for (const guard of guards) {
    for (const { flag, spans } of guard(source, asked)) {
      if (flag !== 'too_short') {
        flags.add(flag);
        withheld.push(...spans.map((span) => ({ ...originalSpan(source, span), flag })));
      }
      source = without(source, spans);
    }
  }
  const substance = substanceOf(source.text);
  if (collapsed(source.text).length + 6 <= source.text.length && /([\p{L}\p{N}]{1,6}?)\1{3,}/u.test(source.text))
    flags.add('repetition');
  const enough = substance >= leastSubstance;
  if (!enough) flags.add('too_short');
  return { source, flags: [...flags].sort(), withheld: withheld.sort((a, b) => a.start - b.start), enough };
}
