import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from '#platform/aria.ts';
import { copy } from '../copy.ts';
import { useOnline } from '../state/use-online.ts';
import './page.scss';

type Props = PropsWithChildren<{
  id?: string;
  className?: string;
  wide?: boolean;
  /** The page has a place of its own for the offline bar. */
  ownBar?: boolean;
}>;

/** The ground of every page: the thin offline bar, and on a wide screen a column as wide as a phone. */
export function Page({ id, className = '', wide = false, ownBar = false, children }: Props) {
  const online = useOnline();
  return (
    <View
      {...(id === undefined ? {} : { id })}
      {...aria({ role: 'main' })}
      className={`page ${wide ? '' : 'page--column'} ${className}`}
    >
      {online || ownBar ? null : <OfflineBar />}
      {children}
    </View>
  );
}

export function OfflineBar({ weak = false }: { weak?: boolean }) {
  return (
    <View className="offline-bar" {...aria({ role: 'status' })}>
      <Text>{weak ? copy.candidate.network.weakBar : copy.candidate.network.offlineBar}</Text>
    </View>
  );
}
