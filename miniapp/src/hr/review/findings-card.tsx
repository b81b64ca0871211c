import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { reportWords } from '../words.ts';
import { QuoteLink } from './quote-link.tsx';
import { type Answer, numberOf, type Place, type Report } from './quoted.ts';
import { reasonText, unbroken } from './reason-text.ts';
import { type Finding, findings } from './strengths.ts';
import './findings-card.scss';

type Props = { report: Report; answers: Answer[]; onQuote(place: Place): void };

/** What speaks for the candidate and what does not, at a glance. */
export function FindingsCard({ report, answers, onQuote }: Props) {
  const { strengths, gaps } = findings(report, answers);
  if (strengths.length === 0 && gaps.length === 0) return null;
  const judged = report.dimensions.every(({ score }) => score !== null);
  return (
    <View className="hr-report-findings" id="findings">
      <View className="hr-card hr-report-finding-list">
        <View className="hr-report-finding-title hr-reason-shown">{reportWords.strengths}</View>
        {strengths.map((finding) => (
          <Row key={keyOf(finding)} finding={finding} answers={answers} onQuote={onQuote} />
        ))}
        {strengths.length === 0 && <View className="hr-quiet">{reportWords.noStrengths}</View>}
      </View>
      <View className="hr-card hr-report-finding-list">
        <View className="hr-report-finding-title hr-reason-missing">{reportWords.gaps}</View>
        {gaps.map((finding) => (
          <Row key={keyOf(finding)} finding={finding} answers={answers} onQuote={onQuote} gap />
        ))}
        {gaps.length === 0 && <View className="hr-quiet">{judged ? reportWords.noGaps : reportWords.gapsUnknown}</View>}
      </View>
    </View>
  );
}

const keyOf = ({ questionId, keyPoint, quote }: Finding) => `${questionId} ${keyPoint} ${quote ?? ''}`;

type RowProps = { finding: Finding; answers: Answer[]; gap?: boolean; onQuote(place: Place): void };

function Row({ finding, answers, gap = false, onQuote }: RowProps) {
  const { dimension, quote, place, questionId } = finding;
  const text = unbroken(reasonText(finding));
  // Nothing was said of a gap: it leads to the whole answer.
  const whole = { questionId, start: 0, end: 0 };
  return (
    <View className="hr-report-finding">
      <Text className="hr-report-finding-dimension">{dimension}</Text>
      {gap && quote === undefined ? (
        <View
          className="hr-report-finding-text hr-report-finding-link"
          hoverClass="hr-link-pressed"
          {...aria({ role: 'button' })}
          onClick={() => onQuote(whole)}
        >
          <Text>{text}</Text>
          <Text className="hr-report-finding-where"> {reportWords.fromQuestion(numberOf(answers, questionId))}</Text>
        </View>
      ) : (
        <View className="hr-report-finding-text">
          <Text>{text}</Text>
        </View>
      )}
      {quote !== undefined && <QuoteLink quote={quote} place={place} answers={answers} onQuote={onQuote} />}
    </View>
  );
}
