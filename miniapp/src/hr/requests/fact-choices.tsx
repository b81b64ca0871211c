import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Choices, type ChoicesProps } from '../components/choices.tsx';
import { requestWords } from '../words.ts';
import { hoursOffered, sharesOffered } from './grants.ts';

/** One of a few under its name, in a sheet; what follows from it below. */
export function FactChoices<T extends string | number>({ children, ...choices }: PropsWithChildren<ChoicesProps<T>>) {
  return (
    <View className="hr-fact">
      <View className="hr-quiet">{choices.label}</View>
      <Choices {...choices} />
      {children}
    </View>
  );
}

type Offered = Omit<ChoicesProps<number>, 'id' | 'options'>;

export const HoursChoices = (given: Offered) => (
  <FactChoices
    {...given}
    id="hours"
    options={hoursOffered.map((value) => ({ value, name: requestWords.sheet.hoursOf(value) }))}
  />
);

export const ShareChoices = (given: Offered) => (
  <FactChoices
    {...given}
    id="share"
    options={sharesOffered.map((value) => ({ value, name: requestWords.sheet.extraTimeOf(value) }))}
  />
);
