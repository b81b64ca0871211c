import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { JudgementCard } from '../judgement/judgement-card.tsx';
import { PositionCard } from '../judgement/position-card.tsx';
import { reportWords, words } from '../words.ts';
import { ContextSection } from './context-section.tsx';
import { DimensionBlock } from './dimension-block.tsx';
import type { Dossier, Review } from './dossier.ts';
import { FindingsCard } from './findings-card.tsx';
import { NextQuestions } from './next-questions.tsx';
import type { Place, Report } from './quoted.ts';
import { Radar } from './radar.tsx';
import { ReportFoot } from './report-foot.tsx';
import type { ReviewModel } from './use-review.ts';
import { Versions } from './versions-row.tsx';
import './report-section.scss';

type Props = {
  model: ReviewModel;
  dossier: Dossier;
  review: Review & { report: Report };
  now: number;
  pairs: number | undefined;
  onQuote(place: Place): void;
};

/** The report: what stands out, every dimension with the words it rests on, what to ask next, and what people say of it. */
export function ReportSection({ model, dossier, review, now, pairs, onQuote }: Props) {
  const { report, answers, judgement } = review;
  const own = judgement?.report === report.report ? judgement.dimensions : {};
  return (
    <View>
      <Versions review={review} onVersion={model.setVersion} />
      {report.mode === 'evidence_only' && (
        <View className="hr-notice" id="evidence-only" {...aria({ role: 'status' })}>
          {reportWords.evidenceOnly}
        </View>
      )}
      <FindingsCard report={report} answers={answers} onQuote={onQuote} />
      <View className="hr-heading">{words.review.dimensions}</View>
      <View className="hr-card" id="dimensions">
        <Radar dimensions={report.dimensions} />
        {report.dimensions.map((dimension) => (
          <DimensionBlock
            key={dimension.name}
            dimension={dimension}
            report={report}
            answers={answers}
            own={own[dimension.name]}
            onQuote={onQuote}
          />
        ))}
      </View>
      <JudgementCard model={model} dossier={dossier} review={review} now={now} />
      <NextQuestions report={report} answers={answers} />
      <ContextSection review={review} />
      <PositionCard dossier={dossier} calibration={review.calibration} pairs={pairs} now={now} />
      <ReportFoot model={model} dossier={dossier} review={review} now={now} />
    </View>
  );
}

/** How far a judgement under way is; over whatever is already there. */
export function Progress({ progress }: { progress: Review['progress'] }) {
  if (progress === null) return null;
  const { done, total } = progress;
  return (
    <View className="hr-progress" id="report-progress" {...aria({ role: 'status' })}>
      <Text className="hr-progress-text">{reportWords.progress(done, total)}</Text>
      <View className="hr-bar" {...aria({ role: 'progressbar', now: done, max: total })}>
        <View className="hr-bar-done" style={{ width: `${total === 0 ? 0 : (100 * done) / total}%` }} />
      </View>
      <Text className="hr-quiet">{reportWords.progressSafe}</Text>
    </View>
  );
}
