import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Action } from '../../components/action.tsx';
import { copy } from '../../copy.ts';
import { CommandError } from '../components/states.tsx';
import { May } from '../may.tsx';
import { words } from '../words.ts';
import { behind } from './copies.ts';
import type { Dossier } from './dossier.ts';
import type { ReviewModel } from './use-review.ts';
import './sync-check.scss';

type Props = { dossier: Dossier; resync: ReviewModel['resync'] };

/** The four places that hold the status, whether they agree, and the button that makes them. */
export function SyncCheck({ dossier, resync }: Props) {
  const [outcome, setOutcome] = useState<string>();
  const late = behind(dossier.copies).map((copy) => copy.copy);

  async function again() {
    setOutcome(undefined);
    const answer = await resync.run();
    if (!answer.ok) return;
    const healed = answer.value.healed.map((copy) => words.sync.copies[copy]).join(words.summary.list);
    setOutcome(healed === '' ? words.sync.healthy : words.sync.healed(healed));
  }

  return (
    <View>
      <View className="hr-heading">{words.sync.title}</View>
      <View className="hr-card hr-sync">
        <View className="hr-sync-head">
          <Text className={late.length > 0 ? 'hr-sync-verdict hr-sync-late' : 'hr-sync-verdict'}>
            {late.length > 0 ? words.sync.lagging(late.length) : words.sync.same}
          </Text>
          <May to="interview.resync">
            <Action id="resync" busy={resync.busy} onTap={() => void again()}>
              {resync.busy ? words.sync.working : words.sync.resync}
            </Action>
          </May>
        </View>
        {dossier.copies.map(({ copy: place, version, status }) => (
          <View key={place} id={`copy-${place}`} className="hr-sync-copy">
            <Text className="hr-sync-name">{words.sync.copies[place]}</Text>
            <Text className={late.includes(place) ? 'hr-sync-late' : ''}>{copy.statuses.interviewStatus[status]}</Text>
            <Text className={late.includes(place) ? 'hr-sync-version hr-sync-late' : 'hr-sync-version'}>
              {words.sync.version(version)}
            </Text>
          </View>
        ))}
        {outcome !== undefined && (
          <View id="resync-outcome" className="hr-sync-outcome">
            {outcome}
          </View>
        )}
        {resync.error && <CommandError error={resync.error} safe={words.state.unreachable} />}
      </View>
    </View>
  );
}
