import { Text, View } from '@tarojs/components';
import { Sheet } from '../../components/sheet.tsx';
import { benchWords } from '../words.ts';
import './keys-sheet.scss';

/** Every key the wide workbench knows. */
export const KeysSheet = ({ onClose }: { onClose(): void }) => (
  <Sheet open id="keys" title={benchWords.keys.title} onClose={onClose}>
    {benchWords.keys.list.map(({ keys, what }) => (
      <View key={keys} className="hr-keys-row">
        <Text className="hr-keys-key">{keys}</Text>
        <Text>{what}</Text>
      </View>
    ))}
  </Sheet>
);
