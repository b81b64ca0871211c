import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from '#platform/aria.ts';
import { useEscape } from '#platform/escape.ts';
import { copy } from '../copy.ts';
import { Tap } from './tap.tsx';
import './sheet.scss';

type SheetProps = PropsWithChildren<{
  id?: string;
  open: boolean;
  title?: string;
  /** None: the sheet asks a question that must be answered. */
  onClose?: () => void;
}>;

/** Rises from below. A tap on the veil or Esc closes it where `onClose` is given. */
export function Sheet({ id, open, title, onClose, children }: SheetProps) {
  useEscape(open ? onClose : undefined);
  if (!open) return null;
  return (
    <View className="sheet" catchMove>
      <View
        className="sheet__veil"
        {...(onClose === undefined ? {} : aria({ role: 'button', label: copy.candidate.common.close }))}
        onClick={() => onClose?.()}
      />
      <View
        {...(id === undefined ? {} : { id })}
        className="sheet__body"
        {...aria({ role: 'dialog', label: title ?? copy.candidate.common.more })}
      >
        {title === undefined ? null : <Text className="sheet__title">{title}</Text>}
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
