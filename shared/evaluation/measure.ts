import { type Concept, conceptsIn } from './concepts.ts';
import * as marker from './lexicon/markers.ts';
import { abstractWords, buzzwords, functionWords } from './lexicon/plain-words.ts';
import { wordsOf } from './segmenters.ts';

const han = /\p{Script=Han}/u;

/** What the question is about, worked out once for all it is compared with. */
export type Topic = { text: string; asksForEpisode: boolean; concepts: Set<number>; fields: Map<string, number> };

/** `texts`: the prompt first, then whatever else belongs to the question; all readable. */
export function topicOf(texts: string[]): Topic {
  const text = texts.join('\n');
  const fields = new Map<string, number>();
  const concepts = new Set<number>();
  for (const { concepts: here } of conceptsIn(text))
    for (const concept of here) {
      if (!concepts.has(concept.id)) fields.set(concept.field, (fields.get(concept.field) ?? 0) + 1 / here.length);
      concepts.add(concept.id);
    }
  return { text, asksForEpisode: marker.asksForEpisode.test(texts[0] ?? ''), concepts, fields };
}

/** Counts over the words that may give evidence; nothing here depends on length alone. */
export type Measures = {
  /** Distinct words that name something, beyond the question's own and beyond what any answer says. */
  concrete: number;
  /** Their share of all words that are not mere grammar. */
  density: number;
  /** Share of words that stand for virtues and abstractions. */
  abstract: number;
  figures: number;
  times: number;
  speech: number;
  actions: number;
  terse: number;
  causes: number;
  contrasts: number;
  conditions: number;
  outcomes: number;
  reflections: number;
  sequence: number;
  vague: number;
  virtue: number;
  lecture: number;
  /** Words that place it in time; null where the question does not ask for something that happened. */
  episode: number | null;
  refusal: number;
  indifference: number;
  grievance: number;
  buzz: number;
  /** Distinct ideas of the question that come up; trade words weigh more than general ones. */
  related: number;
  /** Distinct words of the question that come up; neither grammar nor abstractions. */
  shared: number;
  /** Distinct ideas of trades, and of private life, that the question does not speak of. */
  foreign: number;
  life: number;
  /** Distinct words of people and things one meets at work. */
  workplace: number;
  /** Characters that are letters. */
  letters: number;
};

const distinct = (text: string, pattern: RegExp): number =>
  new Set([...text.matchAll(pattern)].map(([found]) => found)).size;
const times = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

export function measured(text: string, topic: Topic): Measures {
  const content = wordsOf(text).filter((word) => !functionWords.has(word));
  const named = content.filter((word) => (han.test(word) ? word.length > 1 : true) && !abstractWords.has(word));
  const concrete = new Set(named.filter((word) => !topic.text.includes(word)));
  const echoed = new Set(named.filter((word) => topic.text.includes(word)));
  const found = conceptsIn(text);
  const ideas = new Map<number, Concept>();
  for (const { concepts } of found) for (const concept of concepts) ideas.set(concept.id, concept);
  const all = [...ideas.values()];
  const common = all.filter((one) => topic.concepts.has(one.id));
  const distinctForms = (field: string) =>
    new Set(
      found
        .filter(({ concepts }) => concepts.some((one) => one.field === field && !topic.concepts.has(one.id)))
        .map((one) => one.form),
    ).size;
  return {
    concrete: concrete.size,
    density: content.length === 0 ? 0 : concrete.size / content.length,
    abstract: content.length === 0 ? 0 : content.filter((word) => abstractWords.has(word)).length / content.length,
    figures: distinct(text, marker.figure),
    times: distinct(text, marker.time),
    speech: times(text, marker.speech),
    actions: distinct(text, marker.action),
    terse: distinct(text, marker.terseAction),
    causes: distinct(text, marker.cause),
    contrasts: distinct(text, marker.contrast),
    conditions: distinct(text, marker.condition),
    outcomes: distinct(text, marker.outcome),
    reflections: distinct(text, marker.reflection),
    sequence: distinct(text, marker.sequence),
    vague: times(text, marker.vague),
    virtue: times(text, marker.virtue),
    lecture: times(text, marker.lecture),
    episode: topic.asksForEpisode ? distinct(text, marker.episode) + 0.5 * distinct(text, marker.figure) : null,
    refusal: times(text, marker.refusal),
    indifference: times(text, marker.indifference),
    grievance: distinct(text, marker.grievance),
    buzz: buzzwords.reduce((sum, word) => sum + (text.includes(word) ? word.length : 0), 0),
    related: common.reduce((sum, one) => sum + one.telling, 0),
    shared: echoed.size,
    foreign: all.filter((one) => one.field !== 'general' && one.field !== 'life' && !topic.fields.has(one.field))
      .length,
    life: distinctForms('life'),
    workplace: distinct(text, marker.workplace),
    letters: text.replace(/[^\p{L}\p{N}]/gu, '').length,
  };
}
