import { Image, Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from '#platform/aria.ts';
import { type CallError, isRefused } from '../api/call-error.ts';
import { copy } from '../copy.ts';
import { sentenceOf } from '../state/sentence.ts';
import type { Loaded as LoadedState } from '../state/use-loaded.ts';
import { Action } from './action.tsx';
import { pictures } from './pictures.ts';
import { ProofForm } from './proof-form.tsx';
import './states.scss';

const places = ['first', 'second', 'third', 'fourth', 'fifth'];

/** Up to five cards of up to five lines. */
export function Skeleton({ cards = 2, lines = 3 }: { cards?: number; lines?: number }) {
  return (
    <View className="skeleton" {...aria({ role: 'status', label: copy.candidate.common.loading })}>
      {places.slice(0, cards).map((card) => (
        <View key={card} className="skeleton__card">
          {places.slice(0, lines).map((line) => (
            <View key={line} className={`skeleton__line skeleton__line--${line}`} />
          ))}
        </View>
      ))}
    </View>
  );
}

type EmptyProps = { id?: string; title: string; text?: string; action?: string; onAction?: () => void };

export function Empty({ id, title, text, action, onAction }: EmptyProps) {
  return (
    <View {...(id === undefined ? {} : { id })} className="state">
      <Image className="state__picture" src={pictures.chat} mode="aspectFit" nativeProps={{ alt: '' }} />
      <Text className="state__title">{title}</Text>
      {text === undefined ? null : <Text className="state__text">{text}</Text>}
      {action === undefined || onAction === undefined ? null : <Action onTap={onAction}>{action}</Action>}
    </View>
  );
}

type TroubleProps = { error: CallError; title?: string; safe?: string; onRetry?: () => void; children?: ReactNode };

/** What happened, what is safe, what to do; where somebody has to show first who they are, that. */
export function Trouble({ error, title = copy.candidate.trouble.title, safe, onRetry, children }: TroubleProps) {
  if (onRetry !== undefined && isRefused(error, 'proof_required'))
    return <ProofForm error={error} onProved={onRetry} />;
  const sentence = sentenceOf(error);
  return (
    <View className="state" {...aria({ role: 'alert' })}>
      <Text className="state__title">{title}</Text>
      <Text className="state__text">{sentence}</Text>
      {safe === undefined ? null : <Text className="state__text">{safe}</Text>}
      {onRetry === undefined ? null : (
        <Action id="retry" kind="primary" onTap={onRetry}>
          {copy.candidate.common.retry}
        </Action>
      )}
      {children}
    </View>
  );
}

type LoadedProps<T> = {
  of: LoadedState<T> & { reload(): void };
  skeleton?: ReactNode;
  children: (value: T) => ReactNode;
};

export function Loaded<T>({ of, skeleton = <Skeleton />, children }: LoadedProps<T>) {
  if (of.phase === 'loading') return <>{skeleton}</>;
  if (of.phase === 'failed') return <Trouble error={of.error} onRetry={of.reload} />;
  return (
    <>
      {of.stale === undefined ? null : (
        <View className="stale" {...aria({ role: 'status' })}>
          <Text>{copy.candidate.network.stale}</Text>
        </View>
      )}
      {children(of.value)}
    </>
  );
}
