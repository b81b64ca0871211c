import type { PropsWithChildren } from 'react';
import { Tap } from './tap.tsx';
import './action.scss';

type Props = PropsWithChildren<{
  id?: string;
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  block?: boolean;
  busy?: boolean;
  disabled?: boolean;
  ariaLabel?: string;
  onTap: () => void;
}>;

/** A button at least 44 points tall. `busy` shows work and takes no taps. */
export function Action({
  id,
  kind = 'plain',
  block = false,
  busy = false,
  disabled = false,
  ariaLabel,
  onTap,
  children,
}: Props) {
  const look = [`action--${kind}`, block && 'action--block', disabled && 'action--off', busy && 'action--busy'];
  return (
    <Tap
      {...(id === undefined ? {} : { id })}
      {...(ariaLabel === undefined ? {} : { label: ariaLabel })}
      className={['action', ...look.filter(Boolean)].join(' ')}
      pressed="action--pressed"
      off={busy || disabled}
      onTap={onTap}
    >
      {children}
    </Tap>
  );
}
