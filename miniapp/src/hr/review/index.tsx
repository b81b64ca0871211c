import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { serverTime } from '../../api/call.ts';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/states.tsx';
import { Empty, Failure, StaleBar } from '../components/states.tsx';
import { useWide } from '../use-wide.ts';
import { words } from '../words.ts';
import { isOver, missingScore } from './answered.ts';
import { AnswersSection } from './answers-section.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { Desk } from './desk.tsx';
import { DossierSection } from './dossier-section.tsx';
import type { Place } from './quoted.ts';
import { ReportSection } from './report-section.tsx';
import { SummaryCard } from './summary-card.tsx';
import { useReview } from './use-review.ts';
import { useShownPlace } from './use-shown-place.ts';
import '../styles/page.scss';
import './index.scss';

const tabs = ['report', 'answers', 'dossier'] as const;
type Tab = (typeof tabs)[number];

function ReviewPage() {
  const { id = '' } = useRouter().params;
  return useWide() ? (
    <Page className="hr-page hr-desk" wide>
      <Desk applicationId={id} />
    </Page>
  ) : (
    <Phone applicationId={id} />
  );
}

function Phone({ applicationId }: { applicationId: string }) {
  const model = useReview(applicationId);
  const now = serverTime.now();
  const [chosen, setTab] = useState<Tab>();
  const [active, setActive] = useState<Place>();
  const show = useShownPlace(active, setActive);
  usePullDownRefresh(() => void model.reload().finally(() => Taro.stopPullDownRefresh()));
  const { dossier, review } = model;
  if (!dossier) {
    return (
      <Page wide className="hr-page">
        {model.error ? <Failure error={model.error} onRetry={() => void model.reload()} /> : <Skeleton />}
      </Page>
    );
  }
  const missing = isOver(dossier) ? missingScore(dossier, review?.report) : undefined;
  // Where no report will come by itself, the answers are what there is to read.
  const tab =
    chosen ?? (missing === 'incomplete' || missing === 'lapsed' || missing === 'failed' ? 'answers' : 'report');
  const quote = (place: Place) => {
    setTab('answers');
    show(place);
  };
  return (
    <Page wide className="hr-page hr-review">
      {model.error && <StaleBar error={model.error} />}
      <SummaryCard dossier={dossier} review={review} />
      <View className="hr-review-tabs" {...aria({ role: 'tablist' })}>
        {tabs.map((name) => (
          <View
            key={name}
            id={`tab-${name}`}
            className={name === tab ? 'hr-review-tab hr-review-tab-on' : 'hr-review-tab'}
            {...aria({ role: 'tab' })}
            onClick={() => setTab(name)}
          >
            {words.review.tabs[name]}
          </View>
        ))}
      </View>
      <View className="hr-review-body">
        {tab === 'report' && review?.report && (
          <ReportSection report={review.report} answers={review.answers} now={now} onQuote={quote} />
        )}
        {tab === 'report' && review && !review.report && (
          <Empty
            text={words.review.noScoreWhy[missing ?? 'generating']}
            action={words.review.readAnswers}
            onTap={() => setTab('answers')}
          />
        )}
        {tab === 'answers' && review && <AnswersSection review={review} missing={missing} active={active} />}
        {tab !== 'dossier' && !review && <Empty text={words.review.nothing[tab]} />}
        {tab === 'dossier' && <DossierSection dossier={dossier} resync={model.resync} now={now} />}
      </View>
      <View className="hr-review-bar">
        <DecisionBar dossier={dossier} decision={model.decision} undo={model.undo} />
      </View>
    </Page>
  );
}

export default ReviewPage;
