import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { type Priority, priorities } from '#shared/organisation/priority.ts';
import { FactChoices } from '../requests/fact-choices.tsx';
import { organisationWords } from '../words.ts';
import { NumberField } from './number-field.tsx';
import { PeopleChoices, type Person } from './people-choices.tsx';

export type Wanted = {
  vacancies: number | undefined;
  priority: Priority;
  deputyId: string | null;
  interviewerIds: string[];
};
type Props = PropsWithChildren<{
  wanted: Wanted;
  people: readonly Person[];
  ownerId: string | undefined;
  least: number;
  /** Null: there is no bound. */
  most: number | null;
  onChange(wanted: Wanted): void;
}>;

/** Most that can be looked for at once, whatever is vacant. */
const mostEver = 1000;

/** What a new opening and an edited one have in common. */
export function RequisitionForm({ wanted, people, ownerId, least, most, onChange, children }: Props) {
  const words = organisationWords.requisition;
  const upTo = Math.min(most ?? mostEver, mostEver);
  const bound =
    wanted.vacancies === undefined
      ? words.between(least, upTo)
      : [...(least > 1 ? [words.atLeast(least)] : []), ...(most === null ? [] : [words.atMost(upTo)])].join(' ');
  return (
    <View>
      <NumberField
        id="requisition-vacancies"
        label={words.vacancies}
        value={wanted.vacancies}
        least={least}
        most={upTo}
        onNumber={(vacancies) => onChange({ ...wanted, vacancies })}
      />
      {bound !== '' && (
        <View id="requisition-bound" className={wanted.vacancies === undefined ? 'hr-org-wrong' : 'hr-quiet'}>
          {bound}
        </View>
      )}
      <FactChoices<Priority>
        id="priority"
        label={words.priority}
        options={priorities.map((value) => ({ value, name: words.priorities[value] }))}
        chosen={wanted.priority}
        onChoose={(priority) => onChange({ ...wanted, priority })}
      />
      {children}
      <View className="hr-fact">
        <PeopleChoices
          id="deputy"
          label={words.deputy}
          people={people.filter(({ userId }) => userId !== ownerId)}
          chosen={wanted.deputyId === null ? [] : [wanted.deputyId]}
          nobody={words.noDeputy}
          onChange={([deputyId = null]) => onChange({ ...wanted, deputyId })}
        />
      </View>
      <View className="hr-fact">
        <PeopleChoices
          id="interviewers"
          label={words.interviewers}
          people={people}
          chosen={wanted.interviewerIds}
          several
          onChange={(interviewerIds) => onChange({ ...wanted, interviewerIds })}
        />
      </View>
    </View>
  );
}
