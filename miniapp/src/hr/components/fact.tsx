import { View } from '@tarojs/components';
import type { ComponentProps, PropsWithChildren } from 'react';
import { LineField } from './line-field.tsx';

/** Something under its name, in a sheet. */
export const Fact = ({ label, children }: PropsWithChildren<{ label: string }>) => (
  <View className="hr-fact">
    <View className="hr-quiet">{label}</View>
    {children}
  </View>
);

export const LineFact = (field: ComponentProps<typeof LineField>) => (
  <Fact label={field.label}>
    <LineField {...field} />
  </Fact>
);
