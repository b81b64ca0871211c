import type { PositionDraft } from '#shared/organisation/position/draft.ts';
import type { KeyValue } from '../../state/storage.ts';

/** What was not saved yet, and the version it was made from, as it was. */
export type StoredDraft = { version: number; origin: PositionDraft; draft: PositionDraft };

const keyOf = (positionId: string) => `position-draft.${positionId}`;

export const readDraft = (storage: KeyValue, positionId: string): StoredDraft | undefined =>
  storage.get<StoredDraft>(keyOf(positionId));
export const forgetDraft = (storage: KeyValue, positionId: string): void => storage.remove(keyOf(positionId));
/** False where the device is full: what is typed then lives on the page only. */
export function keepDraft(storage: KeyValue, positionId: string, stored: StoredDraft): boolean {
  try {
    storage.set(keyOf(positionId), stored);
    return true;
  } catch {
    return false;
  }
}
