import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Option } from '../../components/option.tsx';
import { copy } from '../../copy.ts';
import { deviceStorage } from '../../state/device-storage.ts';
import { readTextSize, type TextSize, textSizes, writeTextSize } from '../../state/text-size.ts';

/** How large the conversation's text is; the same choice as in the interview's menu. */
export function SizeChoice() {
  const { sizes } = copy.room.menu;
  const [size, setSize] = useState(() => readTextSize(deviceStorage));
  useDidShow(() => setSize(readTextSize(deviceStorage)));

  function choose(next: TextSize) {
    writeTextSize(deviceStorage, next);
    setSize(next);
  }

  return (
    <>
      <Text className="mine__row-title">{copy.candidate.mine.size}</Text>
      <View className="mine__sizes" {...aria({ role: 'radiogroup', label: copy.candidate.mine.size })}>
        {textSizes.map((one) => (
          <Option
            key={one}
            id={`size-${one}`}
            className={`mine__size mine__size--${one} ${one === size ? 'mine__size--on' : ''}`}
            pressed="mine__row--pressed"
            chosen={one === size}
            onTap={() => choose(one)}
          >
            {sizes[one]}
          </Option>
        ))}
      </View>
    </>
  );
}
