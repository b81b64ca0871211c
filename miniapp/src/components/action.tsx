import { Button } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from '#platform/aria.ts';
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
export function Action({ id, kind = 'plain', block, busy, disabled, ariaLabel, onTap, children }: Props) {
  const off = busy || disabled;
  return (
    <Button
      {...(id === undefined ? {} : { id })}
      {...(ariaLabel === undefined ? {} : aria({ label: ariaLabel }))}
      className={`action action--${kind} ${block ? 'action--block' : ''} ${off ? 'action--off' : ''} ${busy ? 'action--busy' : ''}`}
      hoverClass={off ? 'none' : 'action--pressed'}
      disabled={off ?? false}
      onClick={() => {
        if (!off) onTap();
      }}
    >
      {children}
    </Button>
  );
}
