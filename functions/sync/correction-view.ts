import type { Note } from '#functions/ports.ts';
import type { EventOf } from '#shared/interview/events.ts';

/** The words beside a correction, by the version of its event. */
export const reasonNoteName = (version: number | ''): string =>
  `CORRECTION#${version === '' ? '' : String(version).padStart(7, '0')}`;

/** What a correction's event and the words beside it say. */
export function correctionView({ data }: EventOf<'corrected'>, notes: Note[], version: number) {
  const note = notes.find(({ name }) => name === reasonNoteName(version));
  const reason = typeof note?.value.reason === 'string' ? note.value.reason : null;
  return { from: data.from, to: data.to, reason };
}
