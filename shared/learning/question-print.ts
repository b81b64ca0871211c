import type { Question } from '../interview/plan.ts';

const prime = 0x01000193;

/**
 * A short mark of what a question says and looks for: two wordings of one question have two. Of FNV-1a, twice 32 bits;
 * it tells versions of one question apart and protects nothing.
 */
export function printOf({
  prompt,
  briefing = '',
  keyPoints,
}: Pick<Question, 'prompt' | 'briefing' | 'keyPoints'>): string {
  const text = JSON.stringify([prompt, briefing, keyPoints]);
  let [one, two] = [0x811c9dc5, 0x9dc5811c];
  for (let at = 0; at < text.length; at += 1) {
    one = Math.imul(one ^ text.charCodeAt(at), prime);
    two = Math.imul(two ^ (text.charCodeAt(at) + at), prime);
  }
  return [one, two].map((half) => (half >>> 0).toString(36)).join('');
}
