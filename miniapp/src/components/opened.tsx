import type { ReactNode } from 'react';
import { isRefused } from '../api/call-error.ts';
import { copy } from '../copy.ts';
import { go } from '../state/go.ts';
import type { Loaded as LoadedState } from '../state/use-loaded.ts';
import { Action } from './action.tsx';
import { Loaded, Skeleton, Trouble } from './states.tsx';

type Props<T> = {
  of: LoadedState<T> & { reload(): void };
  skeleton?: ReactNode;
  children: (value: T) => ReactNode;
};

/** A page of one interview: where it cannot be shown there is a way home, and a second try only where one may help. */
export function Opened<T>({ of, skeleton = <Skeleton />, children }: Props<T>) {
  if (of.phase !== 'failed') {
    return (
      <Loaded of={of} skeleton={skeleton}>
        {children}
      </Loaded>
    );
  }
  const gone = isRefused(of.error, 'not_found', 'unauthenticated', 'link_invalid', 'link_expired');
  return (
    <Trouble
      error={of.error}
      {...(of.error.kind === 'refused' ? { safe: copy.candidate.trouble.safe } : {})}
      {...(gone ? {} : { onRetry: of.reload })}
    >
      <Action id="to-home" kind={gone ? 'plain' : 'quiet'} onTap={go.home}>
        {copy.candidate.common.home}
      </Action>
    </Trouble>
  );
}
