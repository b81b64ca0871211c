import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { Tap } from '../../components/tap.tsx';
import { CommandError } from '../components/states.tsx';
import { may } from '../may.tsx';
import type { Dossier, Review } from '../review/dossier.ts';
import { reportWords, words } from '../words.ts';
import { ParaphraseList } from './paraphrase-list.tsx';
import './position-card.scss';

type Calibration = Output<'position.calibration'>;
type Props = { dossier: Dossier; calibration: Review['calibration']; pairs: number | undefined; now: number };

/** How far people's ratings reach and agree, and which phrases count for this position. */
export function PositionCard({ dossier, calibration, pairs, now }: Props) {
  const [agreement, setAgreement] = useState<Calibration>();
  const [error, setError] = useState<CallError>();
  const { positionId } = dossier;
  const count = Math.max(pairs ?? 0, calibration.pairs);
  const text = reportWords.calibration;

  async function look() {
    if (positionId === undefined) return;
    const answer = await call('position.calibration', { params: { positionId } });
    if (answer.ok) setAgreement(answer.value);
    setError(answer.ok ? undefined : answer.error);
  }
  return (
    <View id="calibration">
      <View className="hr-heading">{text.title}</View>
      <View className="hr-card hr-padded hr-calibration">
        <View id="calibration-line" className="hr-tabular">
          {calibration.calibrated ? text.done(count) : text.so(count, calibration.needed)}
        </View>
        <View className="hr-bar">
          <View
            className="hr-bar-done"
            style={{ width: `${Math.min(100, (100 * count) / Math.max(1, calibration.needed))}%` }}
          />
        </View>
        <View className="hr-quiet">{text.how}</View>
        {agreement && (
          <View id="agreement" className="hr-tabular">
            {agreement.withScorer && <View>{kappaText(text.withScorer, agreement.withScorer)}</View>}
            {agreement.betweenPeople && <View>{kappaText(text.betweenPeople, agreement.betweenPeople)}</View>}
            {!agreement.withScorer && !agreement.betweenPeople && <View className="hr-quiet">{text.tooFew}</View>}
          </View>
        )}
        {positionId !== undefined && !agreement && may('position.calibration') && (
          <Tap id="show-agreement" className="hr-link" pressed="hr-link-pressed" onTap={() => void look()}>
            {text.show}
          </Tap>
        )}
        {error && <CommandError error={error} safe={words.state.unreachable} />}
        {positionId !== undefined && may('position.paraphrases') && (
          <ParaphraseList positionId={positionId} now={now} />
        )}
      </View>
    </View>
  );
}

type Kappa = NonNullable<Calibration['withScorer']>;
const kappaText = (say: (kappa: string, low: string, high: string) => string, { kappa, low, high }: Kappa) =>
  say(kappa.toFixed(2), low.toFixed(2), high.toFixed(2));
