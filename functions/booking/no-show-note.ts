import type { Note } from '#functions/ports.ts';

/** Where the candidate's own words about a no-show lie; `at`: when it was marked. */
export const noShowNote = (at: string): string => `NO_SHOW#${at}`;

/** Those of the mark that stands now. */
export function noShowWords(notes: Note[], at: string | undefined): string | null {
  const found = notes.find(({ name }) => at !== undefined && name === noShowNote(at));
  return typeof found?.value.text === 'string' ? found.value.text : null;
}
