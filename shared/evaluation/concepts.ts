import { fields } from './lexicon/concepts-business.ts';
import { general } from './lexicon/concepts-general.ts';
import { plain } from './normalise.ts';

/** One idea with all the words for it, in the field it belongs to; `telling`, 0-1, is how much it says of a topic. */
export type Concept = { id: number; field: string; telling: number; forms: string[] };
/** A word of a text that stands for ideas, and where. */
export type ConceptAt = { concepts: Concept[]; form: string; start: number };

type Index = { concepts: Concept[]; byStart: Map<string, { form: string; concepts: Concept[] }[]> };

function built(): Index {
  const concepts = Object.entries({ general, ...fields }).flatMap(([field, block]) =>
    block
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ({
        id: 0,
        field,
        telling: line.startsWith('*') ? 0.15 : field === 'general' ? 0.5 : 1,
        forms: [...new Set(line.replace('*', '').split(' ').map(plain))],
      })),
  );
  const byForm = new Map<string, Concept[]>();
  concepts.forEach((concept, id) => {
    concept.id = id;
    for (const form of concept.forms) byForm.set(form, [...(byForm.get(form) ?? []), concept]);
  });
  const byStart: Index['byStart'] = new Map();
  for (const [form, holding] of byForm) {
    const start = form[0] ?? '';
    byStart.set(start, [...(byStart.get(start) ?? []), { form, concepts: holding }]);
  }
  return { concepts, byStart };
}

/** Built on first use, so that importing costs nothing. */
let index: Index | undefined;
const latin = /[a-z0-9]/u;

/** Every word of the lexicon in a text (readable), in order of place; words may overlap. */
export function conceptsIn(text: string): ConceptAt[] {
  index ??= built();
  const found: ConceptAt[] = [];
  for (let start = 0; start < text.length; start += 1) {
    for (const { form, concepts } of index.byStart.get(text[start] ?? '') ?? []) {
      if (!text.startsWith(form, start)) continue;
      const whole = !touches(text[start - 1], form[0]) && !touches(form.at(-1), text[start + form.length]);
      if (whole) found.push({ concepts, form, start });
    }
  }
  return found;
}

const touches = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && latin.test(one) && latin.test(other);
