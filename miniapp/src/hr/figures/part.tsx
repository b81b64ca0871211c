import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { ChartSkeleton } from '../charts/chart-card.tsx';
import { Failure, StaleBar } from '../components/states.tsx';
import type { Shown } from './use-shown.ts';

type Props<T> = { of: Shown<T>; skeleton?: ReactNode; children(value: T): ReactNode };

/** Figures that are loaded by themselves: their place is kept, and what was there stays, paler, until the new is. */
export function Part<T>({ of: { value, busy, error, reload }, skeleton = <ChartSkeleton />, children }: Props<T>) {
  if (value === undefined) return error && !busy ? <Failure error={error} onRetry={reload} /> : skeleton;
  return (
    <View className={busy ? 'hr-data-part hr-data-busy' : 'hr-data-part'}>
      {error && !busy && <StaleBar error={error} />}
      {children(value)}
    </View>
  );
}
