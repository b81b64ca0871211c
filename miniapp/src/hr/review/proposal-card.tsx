import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { serverTime } from '../../api/call.ts';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import { whenText } from '../../state/when.ts';
import { May } from '../may.tsx';
import { rulesUrl } from '../rules/rules-url.ts';
import { ruleWords } from '../words.ts';
import type { Dossier, Review } from './dossier.ts';
import { conditionText } from './proposal-text.ts';
import './proposal-card.scss';

type Proposal = NonNullable<Review['proposal']>;
type Props = { dossier: Pick<Dossier, 'positionId' | 'undoUntil'>; review: Review };

const signs = { yes: '✓', no: '×', unknown: '?' } as const;

/** What the rules propose, or have decided; nothing where they have no part in it. */
export function ProposalCard({ dossier, review: { proposal, ruled } }: Props) {
  if (ruled !== null) return <Ruled ruled={ruled} dossier={dossier} />;
  return proposal === null ? null : <Proposed proposal={proposal} positionId={dossier.positionId} />;
}

/** A decision that no person made: which rule did, and until when and by whom it can be taken back. */
function Ruled({ ruled, dossier }: { ruled: NonNullable<Review['ruled']>; dossier: Props['dossier'] }) {
  const { positionId, undoUntil } = dossier;
  const now = serverTime.now();
  const open = undoUntil !== null && Date.parse(undoUntil) > now;
  return (
    <View className="hr-proposal" id="ruled">
      <View className="hr-proposal-conclusion">{ruleWords.ruled(copy.statuses.outcome[ruled.outcome])}</View>
      <View className="hr-quiet">{ruleWords.ruledBy(ruled.name, ruled.version)}</View>
      <View className="hr-quiet">{open ? ruleWords.ruledUndo(whenText(undoUntil, now)) : ruleWords.ruledTold}</View>
      <RulesLink positionId={positionId} />
    </View>
  );
}

const RulesLink = ({ positionId }: { positionId: string }) => (
  <May to="position.saveRules">
    <Tap
      id="proposal-rules"
      className="hr-link"
      pressed="hr-link-pressed"
      onTap={() => void Taro.navigateTo({ url: rulesUrl(positionId) })}
    >
      {ruleWords.open} ›
    </Tap>
  </May>
);

/** What the rules propose, in a sentence; one tap opens why, rule by rule. The decision stays with the reader. */
function Proposed({ proposal, positionId }: { proposal: Proposal; positionId: string }) {
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
          <View className="hr-heading-row">
            <View className="hr-quiet">{ruleWords.version(proposal.version)}</View>
            <RulesLink positionId={positionId} />
          </View>
        </View>
      )}
    </View>
  );
}
