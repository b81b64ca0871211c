import { View } from '@tarojs/components';
import { useState } from 'react';
import { serverTime } from '../../api/call.ts';
import { Skeleton } from '../../components/states.tsx';
import { Failure, StaleBar } from '../components/states.tsx';
import { words } from '../words.ts';
import { missingScore } from './answered.ts';
import { AnswersSection } from './answers-section.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { DossierSection } from './dossier-section.tsx';
import type { Place } from './quoted.ts';
import { ReportSection } from './report-section.tsx';
import { SummaryCard } from './summary-card.tsx';
import { useReview } from './use-review.ts';
import { useShownPlace } from './use-shown-place.ts';
import './desk.scss';

type Props = { applicationId: string; onChange?(): void };

/** Report and transcript beside each other, for a wide screen. */
export function Desk({ applicationId, onChange }: Props) {
  const model = useReview(applicationId, onChange);
  const now = serverTime.now();
  const [active, setActive] = useState<Place>();
  const show = useShownPlace(active, setActive);
  const { dossier, review } = model;
  if (!dossier) {
    return (
      <View className="hr-desk-report">
        {model.error ? <Failure error={model.error} onRetry={() => void model.reload()} /> : <Skeleton />}
      </View>
    );
  }
  return (
    <>
      <View className="hr-desk-report">
        <View className="hr-desk-scroll">
          {model.error && <StaleBar error={model.error} />}
          <SummaryCard dossier={dossier} review={review} />
          <View className="hr-desk-body">
            {review?.report && (
              <ReportSection report={review.report} answers={review.answers} now={now} onQuote={show} />
            )}
            <DossierSection dossier={dossier} resync={model.resync} now={now} />
          </View>
        </View>
        <DecisionBar dossier={dossier} decision={model.decision} undo={model.undo} />
      </View>
      {review && (
        <View className="hr-desk-transcript">
          <View className="hr-desk-body">
            <View className="hr-heading">{words.review.answers}</View>
            <AnswersSection review={review} missing={missingScore(dossier, review.report)} active={active} />
          </View>
        </View>
      )}
    </>
  );
}
