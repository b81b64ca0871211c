import { View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import './icon.scss';

export type IconName = 'mic' | 'keyboard' | 'video' | 'file' | 'play' | 'pause' | 'lock' | 'cross' | 'stop' | 'help';

/** Drawn here, in the colour of the text around it. What it means is said by its button's label. */
export function Icon({ name }: { name: IconName }) {
  return <View className={`icon icon--${name}`} {...aria({ hidden: true })} />;
}
