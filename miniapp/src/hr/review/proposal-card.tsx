import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Tap } from '../../components/tap.tsx';
import { ruleWords } from '../words.ts';
import type { Review } from './dossier.ts';
import { conditionText } from './proposal-text.ts';
import './proposal-card.scss';

type Proposal = NonNullable<Review['proposal']>;

const signs = { yes: '✓', no: '×', unknown: '?' } as const;

/** What the rules propose, in a sentence; one tap opens why, rule by rule. The decision stays with the reader. */
export function ProposalCard({ proposal }: { proposal: Proposal }) {
  const [open, setOpen] = useState(false);
  const rule = proposal.checked.find(({ ruleId }) => ruleId === proposal.ruleId);
  return (
    <View className="hr-proposal" id="proposal">
      <View className="hr-proposal-head">
        <View className="hr-proposal-says">
          <View className="hr-proposal-conclusion">
            {proposal.waits ? ruleWords.waits : ruleWords.conclusion[proposal.conclusion]}
          </View>
          <View className="hr-quiet">{rule?.name ?? ruleWords.noRule}</View>
        </View>
        <Tap className="hr-link" pressed="hr-link-pressed" id="proposal-why" onTap={() => setOpen(!open)}>
          {open ? ruleWords.less : ruleWords.why}
        </Tap>
      </View>
      {open && (
        <View className="hr-proposal-rules">
          {proposal.checked.map(({ ruleId, name, conditions }) => (
            <View
              key={ruleId}
              className={ruleId === proposal.ruleId ? 'hr-proposal-rule hr-proposal-on' : 'hr-proposal-rule'}
            >
              <View className="hr-proposal-name">{name}</View>
              {conditions.map((one) => (
                <View key={`${one.fact} ${one.is}`} className={`hr-proposal-condition hr-proposal-${one.holds}`}>
                  <Text className="hr-proposal-sign">{signs[one.holds]}</Text>
                  <Text>{conditionText(ruleWords, one)}</Text>
                </View>
              ))}
            </View>
          ))}
          <View className="hr-quiet">{ruleWords.version(proposal.version)}</View>
        </View>
      )}
    </View>
  );
}
