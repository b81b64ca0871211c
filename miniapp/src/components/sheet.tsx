import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from '#platform/aria.ts';
import { useEscape } from '#platform/escape.ts';
import { copy } from '../copy.ts';
import { Icon } from './icon.tsx';
import { Tap } from './tap.tsx';
import './sheet.scss';

type SheetProps = PropsWithChildren<{
  id?: string;
  open: boolean;
  title?: string;
  /** None: the sheet asks a question that must be answered. */
  onClose?: () => void;
}>;

/** Rises from below. The cross, a tap on the veil or Esc closes it where `onClose` is given. */
export function Sheet({ id, open, title, onClose, children }: SheetProps) {
  useEscape(open ? onClose : undefined);
  if (!open) return null;
  const { close } = copy.candidate.common;
  const crossed = title !== undefined && onClose !== undefined;
  return (
    <View className="sheet" catchMove>
      <View
        className="sheet__veil"
        {...(onClose === undefined || crossed ? aria({ hidden: true }) : aria({ role: 'button', label: close }))}
        onClick={() => onClose?.()}
      />
      <View
        {...(id === undefined ? {} : { id })}
        className="sheet__body"
        {...aria({ role: 'dialog', label: title ?? copy.candidate.common.more })}
      >
        {title === undefined ? null : (
          <View className="sheet__head">
            <Text className="sheet__title">{title}</Text>
            {crossed && (
              <Tap className="sheet__close" pressed="menu-item--pressed" label={close} onTap={onClose}>
                <Icon name="cross" />
              </Tap>
            )}
          </View>
        )}
        {children}
      </View>
    </View>
  );
}

type ItemProps = PropsWithChildren<{ id?: string; tone?: 'plain' | 'danger' | 'quiet'; onTap: () => void }>;

export function MenuItem({ id, tone = 'plain', onTap, children }: ItemProps) {
  return (
    <Tap
      {...(id === undefined ? {} : { id })}
      className={`menu-item menu-item--${tone}`}
      pressed="menu-item--pressed"
      onTap={onTap}
    >
      {children}
    </Tap>
  );
}
