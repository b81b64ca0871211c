import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { reportWords, words } from '../words.ts';
import { QuoteLink } from './quote-link.tsx';
import { type Answer, type Dimension, numberOf, type Place, placeOf, type Reason, type Report } from './quoted.ts';
import { reasonText, unbroken } from './reason-text.ts';
import { unscored } from './unscored.ts';

type Props = {
  dimension: Dimension;
  report: Report;
  answers: Answer[];
  /** A person's score of it. */
  own: number | undefined;
  onQuote(place: Place): void;
};

/** One competency: weight, level, score, and each reason with its quote and what it added or cost. */
export function DimensionBlock({ dimension, report, answers, own, onQuote }: Props) {
  const { name, weight, score, level, confidence, reasons } = dimension;
  const facts = [
    words.review.weight(Math.round(weight * 100)),
    level == null ? '' : reportWords.level(level),
    confidence === undefined ? '' : reportWords.confidence(Math.round(100 * confidence)),
  ].filter(Boolean);
  return (
    <View className="hr-dimension">
      <View className="hr-dimension-head">
        <View className="hr-dimension-title">
          <View className="hr-dimension-name">{name}</View>
          <View className="hr-dimension-weight">{facts.join(' · ')}</View>
        </View>
        {own !== undefined && <Text className="hr-dimension-own">{reportWords.judge.yours(own)}</Text>}
        <Text className={score === null ? 'hr-dimension-unjudged' : 'hr-dimension-score'}>
          {score === null ? unscored(report) : Math.round(score)}
        </Text>
      </View>
      {score !== null && (
        <View className="hr-bar" {...aria({ hidden: true })}>
          <View className="hr-bar-done" style={{ width: `${score}%` }} />
        </View>
      )}
      {ordered(reasons).map((reason) => (
        <ReasonRow
          key={`${reason.kind} ${reason.questionId} ${reason.keyPoint} ${reason.start ?? ''}`}
          reason={reason}
          report={report}
          answers={answers}
          onQuote={onQuote}
        />
      ))}
      {reasons.length === 0 && <View className="hr-reason hr-quiet">{words.review.noReasons}</View>}
    </View>
  );
}

const order = { shown: 0, deducted: 1, missing: 2 } as const;
const ordered = (reasons: Reason[]) => [...reasons].sort((a, b) => order[a.kind] - order[b.kind]);
const signs = { shown: '✓', deducted: '−', missing: '–' } as const;

type RowProps = Pick<Props, 'report' | 'answers' | 'onQuote'> & { reason: Reason };

function ReasonRow({ reason, report, answers, onQuote }: RowProps) {
  const { kind, points, quote } = reason;
  return (
    <View className="hr-reason">
      <Text className={kind === 'shown' ? 'hr-reason-sign hr-reason-shown' : 'hr-reason-sign hr-reason-missing'}>
        {signs[kind]}
      </Text>
      <View className="hr-reason-text">
        <Text>{unbroken(reasonText(reason))}</Text>
        {kind !== 'shown' && (
          <Text className="hr-reason-where"> {reportWords.fromQuestion(numberOf(answers, reason.questionId))}</Text>
        )}
        {quote !== undefined && (
          <QuoteLink quote={quote} place={placeOf(reason, report, answers)} answers={answers} onQuote={onQuote} />
        )}
      </View>
      {kind === 'shown' && points !== undefined && Math.round(points) > 0 && (
        <Text className="hr-reason-points">{reportWords.gained(Math.round(points))}</Text>
      )}
    </View>
  );
}
