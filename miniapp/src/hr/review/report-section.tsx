import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { whenText } from '../../state/when.ts';
import { words } from '../words.ts';
import { type Answer, type Place, placeOf, type Report } from './quoted.ts';
import { Radar } from './radar.tsx';
import './report-section.scss';

type Props = { report: Report; answers: Answer[]; now: number; onQuote(place: Place): void };
type Dimension = Report['dimensions'][number];

/** Every dimension with its score and the words it rests on. */
export function ReportSection({ report, answers, now, onQuote }: Props) {
  return (
    <View>
      <View className="hr-heading">{words.review.dimensions}</View>
      <View className="hr-card">
        <Radar dimensions={report.dimensions} />
        {report.dimensions.map((dimension) => (
          <DimensionBlock
            key={dimension.name}
            dimension={dimension}
            report={report}
            answers={answers}
            onQuote={onQuote}
          />
        ))}
      </View>
      <View className="hr-report-foot">
        {words.review.madeAt(whenText(report.createdAt, now))} ·{' '}
        {words.review.scorer(report.scorer.name, report.scorer.version)}
      </View>
    </View>
  );
}

function DimensionBlock({ dimension, report, answers, onQuote }: Omit<Props, 'now'> & { dimension: Dimension }) {
  const { name, weight, score, reasons } = dimension;
  const shown = reasons.filter((reason) => reason.kind === 'shown');
  const missing = [...new Set(reasons.filter((reason) => reason.kind === 'missing').map((reason) => reason.keyPoint))];
  return (
    <View className="hr-dimension">
      <View className="hr-dimension-head">
        <Text className="hr-dimension-name">{name}</Text>
        <Text className="hr-dimension-weight">{words.review.weight(Math.round(weight * 100))}</Text>
        <Text className={score === null ? 'hr-dimension-unjudged' : 'hr-dimension-score'}>
          {score === null ? words.review.unjudged : Math.round(score)}
        </Text>
      </View>
      <View className="hr-bar">
        <View className="hr-bar-done" style={{ width: `${score ?? 0}%` }} />
      </View>
      {shown.map((reason) => {
        const place = placeOf(reason, report, answers);
        const key = `${reason.questionId} ${reason.keyPoint}`;
        return (
          <View key={key} className="hr-reason">
            <Text className="hr-reason-sign hr-reason-shown">✓</Text>
            <View className="hr-reason-text">
              <Text>{reason.keyPoint}</Text>
              {reason.quote !== undefined && (
                <View
                  className={place ? 'hr-quote hr-quote-link' : 'hr-quote'}
                  hoverClass={place ? 'hr-quote-pressed' : 'none'}
                  {...(place ? { ...aria({ role: 'button' }), onClick: () => onQuote(place) } : {})}
                >
                  {words.review.quote(reason.quote)}
                </View>
              )}
            </View>
          </View>
        );
      })}
      {missing.length > 0 && (
        <View className="hr-reason">
          <Text className="hr-reason-sign hr-reason-missing">–</Text>
          <View className="hr-reason-text">
            <Text className="hr-reason-missing">{words.review.missing} </Text>
            <Text>{missing.join(words.summary.list)}</Text>
          </View>
        </View>
      )}
      {reasons.length === 0 && <View className="hr-reason hr-quiet">{words.review.noReasons}</View>}
    </View>
  );
}
