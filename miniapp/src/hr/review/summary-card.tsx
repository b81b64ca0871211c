import { Text, View } from '@tarojs/components';
import { Chip } from '../../components/card.tsx';
import { copy } from '../../copy.ts';
import { ScoreRing } from '../components/score-ring.tsx';
import { StateChip } from '../components/state-chip.tsx';
import { HelpEntry } from '../help/help-entry.tsx';
import { requestWords, words } from '../words.ts';
import { isOver, missingScore } from './answered.ts';
import type { Dossier, Review } from './dossier.ts';
import { summary } from './summary.ts';
import { unscored } from './unscored.ts';
import './summary-card.scss';

type Props = { dossier: Dossier; review: Review | undefined };

/** Where the way leads beyond the interview, whose own chip says the rest. */
const furtherStages: Dossier['stage'][] = [
  'second_interview',
  'offer',
  'onboarding',
  'hired',
  'rejected',
  'talent_pool',
  'withdrawn',
];

/** Who, where they are on their way, and the report in one sentence. */
export function SummaryCard({ dossier, review }: Props) {
  const { candidate, department, position, stage, status, report, attempt } = dossier;
  const scored =
    review?.report && !review.report.insufficient && review.report.overall !== null ? review.report : undefined;
  const asks = dossier.tickets.some(({ closedAt }) => closedAt === null);
  return (
    <View className="hr-summary">
      <View className="hr-summary-head">
        <View className="hr-summary-who">
          <View className="hr-summary-name">{candidate.name}</View>
          <View className="hr-quiet">{words.workbench.opening(department, position)}</View>
          <View className="hr-quiet">{candidate.headline}</View>
          <View className="hr-summary-chips">
            <StateChip status={status} />
            {furtherStages.includes(stage) && <Chip>{copy.statuses.applicationStage[stage]}</Chip>}
            {(report === 'generating' || report === 'failed') && (
              <Chip tone={report === 'failed' ? 'amber' : 'plain'}>{words.workbench.report[report]}</Chip>
            )}
            {asks && <Chip tone="amber">{requestWords.waitingChip}</Chip>}
            {attempt > 1 && <Chip tone="plain">{words.review.attempt(attempt)}</Chip>}
          </View>
        </View>
        {review?.report && !scored && (
          <View className="hr-summary-score">
            <View className="hr-summary-none" id="insufficient">
              {unscored(review.report)}
            </View>
          </View>
        )}
        {scored?.overall != null && (
          <View className="hr-summary-score">
            <ScoreRing score={scored.overall} id="overall" large />
            <Text className="hr-summary-calibration">
              {scored.scorer.calibrated ? words.review.calibrated : words.review.uncalibrated}
            </Text>
          </View>
        )}
        <HelpEntry page="review" />
      </View>
      <View className="hr-summary-sentence">{sentence({ dossier, review })}</View>
      {scored && !scored.scorer.calibrated && (
        <View className="hr-summary-meaning">{words.review.uncalibratedMeaning}</View>
      )}
    </View>
  );
}

function sentence({ dossier, review }: Props): string {
  if (review?.report) return summary(words, review.report, review.answers);
  if (!isOver(dossier)) return words.review.noReport[dossier.status];
  const missing = missingScore(dossier, null);
  return missing === undefined ? '' : words.review.noScore[missing];
}
