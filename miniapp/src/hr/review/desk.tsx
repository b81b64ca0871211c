import { View } from '@tarojs/components';
import { serverTime } from '../../api/call.ts';
import { Skeleton } from '../../components/states.tsx';
import { Failure, StaleBar } from '../components/states.tsx';
import { HiringCard } from '../hiring/hiring-card.tsx';
import { ParaphraseSheet } from '../judgement/paraphrase-sheet.tsx';
import { PlayerDock } from '../listen/player-dock.tsx';
import { RequestsSection } from '../requests/requests-section.tsx';
import { requestWords, words } from '../words.ts';
import { isOver, missingScore } from './answered.ts';
import { AnswersSection } from './answers-section.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { DossierSection } from './dossier-section.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { Progress, ReportSection } from './report-section.tsx';
import { StageLine } from './stage-line.tsx';
import { SummaryCard } from './summary-card.tsx';
import { useReading } from './use-reading.ts';
import { useReview } from './use-review.ts';
import './desk.scss';

type Props = { applicationId: string; onChange?(): void };

/** Report and transcript beside each other, for a wide screen. */
export function Desk({ applicationId, onChange }: Props) {
  const model = useReview(applicationId, onChange);
  const reading = useReading(model, true);
  const now = serverTime.now();
  const { dossier, review } = model;
  if (!dossier) {
    return (
      <View className="hr-desk-report">
        {model.error ? <Failure error={model.error} onRetry={() => void model.reload()} /> : <Skeleton />}
      </View>
    );
  }
  const { report } = review ?? {};
  const waiting = dossier.tickets.some(({ closedAt }) => closedAt === null);
  const requests = { dossier, answers: review?.answers ?? [], now, onDone: model.refresh, onListen: reading.goTo };
  return (
    <>
      <View className="hr-desk-report">
        <View className="hr-desk-scroll">
          {model.error && <StaleBar error={model.error} />}
          <SummaryCard dossier={dossier} review={review} />
          <StageLine dossier={dossier} />
          <HiringCard dossier={dossier} onDone={model.refresh} />
          {review && <ProposalCard dossier={dossier} review={review} />}
          <View className="hr-desk-body">
            {waiting && <RequestsSection only="open" {...requests} />}
            {review && <Progress progress={review.progress} />}
            {review && report && (
              <ReportSection
                model={model}
                dossier={dossier}
                review={{ ...review, report }}
                now={now}
                pairs={reading.ratings.pairs}
                onQuote={reading.quote}
              />
            )}
            <DossierSection dossier={dossier} resync={model.resync} now={now} onDone={model.refresh} />
            {dossier.tickets.some(({ closedAt }) => closedAt !== null) && (
              <>
                <View className="hr-heading">{requestWords.title}</View>
                <RequestsSection only="closed" {...requests} />
              </>
            )}
          </View>
        </View>
        <DecisionBar dossier={dossier} decision={model.decision} undo={model.undo} />
      </View>
      {review && (
        <View className="hr-desk-transcript">
          <View className="hr-desk-scroll">
            <View className="hr-desk-body">
              <View className="hr-heading">{words.review.answers}</View>
              <AnswersSection
                review={review}
                missing={isOver(dossier) ? missingScore(dossier, report) : undefined}
                active={reading.active}
                current={reading.current}
                selected={reading.selected}
                playback={reading.playback}
                ratings={reading.ratings}
                onCurrent={reading.setCurrent}
                onPlace={reading.show}
                onAccept={reading.onAccept}
              />
            </View>
          </View>
          <PlayerDock playback={reading.playback} numberOf={reading.numberOf} />
        </View>
      )}
      {reading.accepting && reading.positionId !== undefined && (
        <ParaphraseSheet
          {...reading.accepting}
          positionId={reading.positionId}
          interviewId={dossier.interviewId}
          onClose={reading.stopAccepting}
        />
      )}
    </>
  );
}
