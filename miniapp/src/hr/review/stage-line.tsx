import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { bookingWords } from '../words.ts';
import type { Dossier } from './dossier.ts';
import { type StageState, stagesOf } from './stages.ts';
import './stage-line.scss';

const signs: Record<StageState, string> = { done: '✓', now: '●', next: '○', trouble: '!', missed: '×', none: '–' };

/** The five stages on one line, each with who has it in hand and how it stands. */
export function StageLine({ dossier }: { dossier: Dossier }) {
  const words = bookingWords.stages;
  return (
    <View className="hr-stages" id="stages" {...aria({ role: 'list', label: words.label })}>
      {stagesOf(dossier).map(({ name, owner, state }) => (
        <View
          key={name}
          id={`stage-${name}`}
          className={`hr-stage hr-stage-${state}`}
          {...aria({ role: 'listitem', label: words.said(words.name[name], words.owner[owner], words.state[state]) })}
        >
          <Text className="hr-stage-sign">{signs[state]}</Text>
          <Text className="hr-stage-name">{words.name[name]}</Text>
          <Text className="hr-stage-owner">{words.owner[owner]}</Text>
          <Text className="hr-stage-state">{words.state[state]}</Text>
        </View>
      ))}
    </View>
  );
}
