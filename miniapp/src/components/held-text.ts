/** What stood in a box before it was typed into, and the revision of the text that had been put there. */
export type Before = { revision: number; text: string };

/**
 * What a box holds that shows a text some time after it was given it, and tells what is typed some time after that. Until it
 * is known to show the newest, it may hold any of those before, and what was typed into them.
 */
export function createHeldText(first: Before) {
  let may: Before[] = [first];
  let newest = first.revision;

  /** The longest that it begins with; else what is left of one, the newest first; else the oldest. */
  function grownFrom(text: string): Before {
    const beginnings = may.filter((one) => text.startsWith(one.text)).sort((a, b) => b.text.length - a.text.length);
    const rests = may.filter((one) => one.text.startsWith(text)).sort((a, b) => b.revision - a.revision);
    return beginnings[0] ?? rests[0] ?? may[0] ?? first;
  }

  return {
    last: (): string => may.at(-1)?.text ?? '',
    put(next: Before): void {
      newest = next.revision;
      may.push(next);
    },
    /** The box shows the text of this revision, or what was typed into it. */
    shows(revision: number): void {
      may = may.filter((one) => one.revision >= revision);
    },
    typed(text: string): Before {
      const before = grownFrom(text);
      const now = { revision: before.revision, text };
      may = before.revision === newest ? [now] : [...may, now];
      return before;
    },
  };
}

/** What was typed on: nothing where it was only cut shorter, all where it was typed anew. */
export function added(before: string, text: string): string {
  if (text.startsWith(before)) return text.slice(before.length);
  return before.startsWith(text) ? '' : text;
}
