import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../../api/call.ts';
import { Action } from '../../../components/action.tsx';
import { Empty } from '../../components/states.tsx';
import { learningWords } from '../../words.ts';
import { when } from '../number-text.ts';
import { ImportOutcomes } from '../outcomes/import.tsx';
import { OutcomeSheet } from '../outcomes/outcome-sheet.tsx';
import { outcomeText } from '../outcomes/outcome-text.ts';
import { Section } from '../section.tsx';

export type Outcome = Output<'outcome.list'>['outcomes'][number];
type Pulled = NonNullable<Output<'outcome.list'>['pulled']>;
const words = learningWords.outcomes;

const pulledText = ({ at, failedAt }: Pulled): string =>
  [at && words.pulled(when(at)), failedAt && words.pullFailed(when(failedAt))].filter(Boolean).join(' ');

/** 「入职表现」: how it went with those who joined, entered by hand or out of a table; corrected, never overwritten. */
export function OutcomesSection() {
  const [edited, setEdited] = useState<Outcome>();
  const [importing, setImporting] = useState(false);
  return (
    <Section name="outcomes" lead={words.lead} load={() => call('outcome.list')}>
      {({ outcomes, needed, pulled }, reload) => (
        <>
          <View className="hr-learn-ways">
            <Text className="hr-quiet">
              {words.enough(outcomes.filter(({ version }) => version > 0).length, needed)}
            </Text>
            <Action id="import-outcomes" onTap={() => setImporting(!importing)}>
              {importing ? learningWords.close : words.import}
            </Action>
          </View>
          {pulled && <View className="hr-learn-small">{pulledText(pulled)}</View>}
          {importing && <ImportOutcomes onDone={reload} />}
          {outcomes.length === 0 && <Empty text={words.none} />}
          {outcomes.length > 0 && (
            <View className="hr-card">
              {outcomes.map((one) => (
                <View key={one.applicationId} id={`outcome-${one.applicationId}`} className="hr-learn-person">
                  <View className="hr-learn-row-text">
                    <View>
                      <Text className="hr-learn-strong">{one.candidate}</Text>{' '}
                      <Text className="hr-quiet">
                        {one.position} · {one.joinedAt === null ? words.waiting : words.joined(when(one.joinedAt))}
                      </Text>
                    </View>
                    <View className={one.version === 0 ? 'hr-quiet' : ''}>{outcomeText(one)}</View>
                    {one.at !== null && one.by !== null && one.from !== null && (
                      <View className="hr-learn-small">
                        {one.from === 'connector'
                          ? words.saidBySystem(when(one.at))
                          : `${words.by(one.by, when(one.at))} · ${words.from[one.from]}`}
                      </View>
                    )}
                  </View>
                  <Action id={`edit-${one.applicationId}`} kind="quiet" onTap={() => setEdited(one)}>
                    {one.version === 0 ? words.edit : words.change}
                  </Action>
                </View>
              ))}
            </View>
          )}
          {edited && (
            <OutcomeSheet
              key={`${edited.applicationId} ${edited.version}`}
              outcome={edited}
              onClose={() => setEdited(undefined)}
              onSaved={() => {
                setEdited(undefined);
                reload();
              }}
            />
          )}
        </>
      )}
    </Section>
  );
}
