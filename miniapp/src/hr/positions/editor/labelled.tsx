import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';

export function Labelled({ label, children }: PropsWithChildren<{ label: string }>) {
  return (
    <View className="hr-labelled">
      <Text className="hr-label">{label}</Text>
      {children}
    </View>
  );
}
