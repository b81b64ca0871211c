import { call } from '../../api/call.ts';
import { useLoaded } from '../../state/use-loaded.ts';

export type PositionName = { positionId: string; title: string; department: string };

/** The positions figures can be narrowed to. */
export function usePositions(): PositionName[] {
  const loaded = useLoaded(() => call('position.list'));
  return loaded.phase === 'ready' ? loaded.value.positions : [];
}
