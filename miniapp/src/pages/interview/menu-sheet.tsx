import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { MenuItem, Sheet } from '../../components/sheet.tsx';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import { type TextSize, textSizes } from '../../state/text-size.ts';

type Props = {
  open: boolean;
  size: TextSize;
  /** Answers of HR that were not read yet. */
  unread: number;
  onSize: (size: TextSize) => void;
  onSave: () => void;
  onExit: () => void;
  onHelp: () => void;
  onGuide: () => void;
  onContact: () => void;
  onClose: () => void;
};

/** 「⋯」: the ways out, help, and how large the text is. */
export function MenuSheet({ open, size, unread, onSize, onSave, onExit, onHelp, onGuide, onContact, onClose }: Props) {
  const words = copy.candidate.menu;
  const { help, sizes, sizeLabel } = copy.room.menu;
  const [sizing, setSizing] = useState(false);
  useEffect(() => {
    if (!open) setSizing(false);
  }, [open]);
  return (
    <Sheet id="menu-sheet" open={open} onClose={onClose}>
      <MenuItem id="menu-save" onTap={onSave}>
        {words.save}
      </MenuItem>
      <MenuItem id="menu-exit" onTap={onExit}>
        {words.exit}
      </MenuItem>
      <MenuItem id="menu-help" onTap={onHelp}>
        {help}
        {unread === 0 ? null : <Text className="menu-help__count">{copy.room.help.open(unread)}</Text>}
      </MenuItem>
      {sizing ? (
        <View className="sizes" {...aria({ role: 'radiogroup', label: copy.room.menu.size })}>
          {textSizes.map((one) => (
            <Tap
              key={one}
              id={`size-${one}`}
              className={`sizes__one sizes__one--${one} ${one === size ? 'sizes__one--on' : ''}`}
              pressed="chat--pressed"
              onTap={() => onSize(one)}
            >
              {sizes[one]}
            </Tap>
          ))}
        </View>
      ) : (
        <MenuItem id="menu-size" onTap={() => setSizing(true)}>
          {sizeLabel(sizes[size])}
        </MenuItem>
      )}
      <MenuItem id="menu-guide" onTap={onGuide}>
        {words.guide}
      </MenuItem>
      <MenuItem id="menu-contact" onTap={onContact}>
        {words.contact}
      </MenuItem>
      <MenuItem tone="quiet" onTap={onClose}>
        {words.cancel}
      </MenuItem>
    </Sheet>
  );
}
