import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import type { ReactNode } from 'react';
import type { Result } from '#shared/result.ts';
import type { CallError } from '../../api/call-error.ts';
import { Skeleton } from '../../components/states.tsx';
import { Failure, StaleBar } from '../components/states.tsx';
import { usePolled } from '../use-polled.ts';

const everyMs = 30_000;

type Props<T> = {
  name: string;
  lead: string;
  load: () => Promise<Result<T, CallError>>;
  children: (value: T, reload: () => void) => ReactNode;
};

/** A part of the page: what it is about, then what the server says of it, kept fresh. */
export function Section<T>({ name, lead, load, children }: Props<T>) {
  const { value, error, reload } = usePolled(load, { key: name, everyMs });
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <View id={`section-${name}`} className="hr-learn-part">
      {value !== undefined && error && <StaleBar error={error} />}
      <View className="hr-learn-lead">{lead}</View>
      {value === undefined && (error ? <Failure error={error} onRetry={() => void reload()} /> : <Skeleton />)}
      {value !== undefined && children(value, () => void reload())}
    </View>
  );
}
