import { View } from '@tarojs/components';
import { stageNames, stageOwners, usualOwners } from '#shared/organisation/stage-owners.ts';
import { Choices } from '../components/choices.tsx';
import { bookingWords } from '../words.ts';
import type { ControlProps } from './control.tsx';
import { withOwner } from './draft.ts';

/** Who has each of the five stages in hand. */
export function Owners({ values, model }: Omit<ControlProps, 'name'>) {
  const words = bookingWords.stages;
  return (
    <View>
      {stageNames.map((stage) => (
        <View key={stage} className="hr-set-owner">
          <View className="hr-set-stage">{words.name[stage]}</View>
          <Choices
            id={`owner-${stage}`}
            label={words.name[stage]}
            options={stageOwners.map((value) => ({ value, name: words.owner[value] }))}
            chosen={values.owners[stage] ?? usualOwners[stage]}
            onChoose={(owner) => model.set({ owners: withOwner(values.owners, stage, owner) })}
          />
        </View>
      ))}
    </View>
  );
}
