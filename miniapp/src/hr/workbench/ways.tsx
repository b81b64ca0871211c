import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Tap } from '../../components/tap.tsx';
import { HelpEntry } from '../help/help-entry.tsx';
import { intakeWords, statusWords, trainingWords } from '../words.ts';

const ways = [
  { id: 'open-intake', text: intakeWords.title, url: '/hr/intake/index' },
  { id: 'open-status', text: statusWords.title, url: '/hr/status/index' },
  { id: 'open-training', text: trainingWords.title, url: '/hr/training/index' },
];

/** From the workbench to what is not about one opening or one person. */
export const Ways = () => (
  <View className="hr-people-ways">
    {ways.map(({ id, text, url }) => (
      <Tap key={id} id={id} className="hr-link" pressed="hr-link-pressed" onTap={() => void Taro.navigateTo({ url })}>
        {text}
      </Tap>
    ))}
    <HelpEntry page="workbench" />
  </View>
);
