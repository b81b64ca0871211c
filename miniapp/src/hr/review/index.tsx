import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { serverTime } from '../../api/call.ts';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/states.tsx';
import { Tap } from '../../components/tap.tsx';
import { Empty, Failure, StaleBar } from '../components/states.tsx';
import { HiringCard } from '../hiring/hiring-card.tsx';
import { ParaphraseSheet } from '../judgement/paraphrase-sheet.tsx';
import { PlayerDock } from '../listen/player-dock.tsx';
import { RequestsSection } from '../requests/requests-section.tsx';
import { useWide } from '../use-wide.ts';
import { words } from '../words.ts';
import { isOver, missingScore } from './answered.ts';
import { AnswersSection } from './answers-section.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { Desk } from './desk.tsx';
import { DossierSection } from './dossier-section.tsx';
import { ProposalCard } from './proposal-card.tsx';
import type { Place } from './quoted.ts';
import { Progress, ReportSection } from './report-section.tsx';
import { StageLine } from './stage-line.tsx';
import { SummaryCard } from './summary-card.tsx';
import { useReading } from './use-reading.ts';
import { useReview } from './use-review.ts';
import '../styles/page.scss';
import './index.scss';

const allTabs = ['report', 'answers', 'requests', 'dossier'] as const;
type Tab = (typeof allTabs)[number];

function ReviewPage() {
  const { id = '', tab } = useRouter().params;
  return useWide() ? (
    <Page className="hr-page hr-desk" wide>
      <Desk applicationId={id} />
    </Page>
  ) : (
    <Phone applicationId={id} opensAt={allTabs.find((name) => name === tab)} />
  );
}

function Phone({ applicationId, opensAt }: { applicationId: string; opensAt: Tab | undefined }) {
  const model = useReview(applicationId);
  const reading = useReading(model, false);
  const now = serverTime.now();
  const [chosen, setTab] = useState(opensAt);
  usePullDownRefresh(() => void model.reload().finally(() => Taro.stopPullDownRefresh()));
  const { dossier, review } = model;
  if (!dossier) {
    return (
      <Page wide className="hr-page">
        {model.error ? <Failure error={model.error} onRetry={() => void model.reload()} /> : <Skeleton />}
      </Page>
    );
  }
  const { report } = review ?? {};
  const missing = isOver(dossier) ? missingScore(dossier, report) : undefined;
  const waiting = dossier.tickets.filter(({ closedAt }) => closedAt === null).length;
  const tabs: readonly Tab[] = dossier.tickets.length > 0 ? allTabs : allTabs.filter((name) => name !== 'requests');
  // Where no report will come by itself, the answers are what there is to read.
  const usual = missing === 'incomplete' || missing === 'lapsed' || missing === 'failed' ? 'answers' : 'report';
  const tab = chosen !== undefined && tabs.includes(chosen) ? chosen : usual;
  const quote = (place: Place) => {
    setTab('answers');
    reading.quote(place);
  };
  const listen = (questionId: string) => {
    setTab('answers');
    reading.goTo(questionId);
  };
  return (
    <Page wide className="hr-page hr-review">
      {model.error && <StaleBar error={model.error} />}
      <SummaryCard dossier={dossier} review={review} />
      <StageLine dossier={dossier} />
      <HiringCard dossier={dossier} onDone={model.refresh} />
      {review && <ProposalCard dossier={dossier} review={review} />}
      <View className="hr-review-tabs" {...aria({ role: 'group' })}>
        {tabs.map((name) => (
          <Tap
            key={name}
            id={`tab-${name}`}
            className={name === tab ? 'hr-review-tab hr-review-tab-on' : 'hr-review-tab'}
            pressed="hr-link-pressed"
            onTap={() => setTab(name)}
          >
            {words.review.tabs[name]}
            {name === 'requests' && waiting > 0 && <Text className="hr-review-badge">{waiting}</Text>}
          </Tap>
        ))}
      </View>
      <View className="hr-review-body">
        {tab === 'report' && review && <Progress progress={review.progress} />}
        {tab === 'report' && review && report && (
          <ReportSection
            model={model}
            dossier={dossier}
            review={{ ...review, report }}
            now={now}
            pairs={reading.ratings.pairs}
            onQuote={quote}
          />
        )}
        {tab === 'report' && review && !report && (
          <Empty
            text={words.review.noScoreWhy[missing ?? 'generating']}
            action={words.review.readAnswers}
            onTap={() => setTab('answers')}
          />
        )}
        {tab === 'answers' && review && (
          <AnswersSection
            review={review}
            missing={missing}
            active={reading.active}
            current={reading.current}
            selected={undefined}
            playback={reading.playback}
            ratings={reading.ratings}
            onCurrent={reading.setCurrent}
            onPlace={reading.show}
            onAccept={reading.onAccept}
          />
        )}
        {(tab === 'report' || tab === 'answers') && !review && <Empty text={words.review.nothing[tab]} />}
        {tab === 'requests' && (
          <RequestsSection
            dossier={dossier}
            answers={review?.answers ?? []}
            now={now}
            onDone={model.refresh}
            onListen={listen}
          />
        )}
        {tab === 'dossier' && (
          <DossierSection dossier={dossier} resync={model.resync} now={now} contested onDone={model.refresh} />
        )}
      </View>
      <View className="hr-review-bar">
        <PlayerDock playback={reading.playback} numberOf={reading.numberOf} />
        <DecisionBar dossier={dossier} decision={model.decision} undo={model.undo} />
      </View>
      {reading.accepting && reading.positionId !== undefined && (
        <ParaphraseSheet
          {...reading.accepting}
          positionId={reading.positionId}
          interviewId={dossier.interviewId}
          onClose={reading.stopAccepting}
        />
      )}
    </Page>
  );
}

export default ReviewPage;
