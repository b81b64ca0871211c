import type { PropsWithChildren } from 'react';
import { Choices, type ChoicesProps } from '../components/choices.tsx';
import { Fact } from '../components/fact.tsx';
import { requestWords } from '../words.ts';
import { hoursOffered, sharesOffered } from './grants.ts';

/** One of a few under its name, in a sheet; what follows from it below. */
export function FactChoices<T extends string | number>({ children, ...choices }: PropsWithChildren<ChoicesProps<T>>) {
  return (
    <Fact label={choices.label}>
      <Choices {...choices} />
      {children}
    </Fact>
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
