import { Text, View } from '@tarojs/components';
import { createPortal } from 'react-dom';
import { serverTime } from '../../api/call.ts';
import { copy } from '../../copy.ts';
import { actor } from '../review/actor.ts';
import type { Dossier, Review } from '../review/dossier.ts';
import { highlight } from '../review/highlight.ts';
import { type Dimension, numberOf, type Report } from '../review/quoted.ts';
import { Radar } from '../review/radar.tsx';
import { reasonText } from '../review/reason-text.ts';
import { summary } from '../review/summary.ts';
import { unscored } from '../review/unscored.ts';
import { evaluationWords, reportWords, words } from '../words.ts';
import { paperDate } from './paper-date.ts';

// The rules for paper are a browser's: WeChat's style sheets know no @page.
declare const require: (file: string) => unknown;
if (process.env.TARO_ENV === 'h5') require('./printed-report.scss');

type Props = { dossier: Dossier; review: Review & { report: Report } };

/** The report on paper. It stands outside the page, which a printer does not see. */
export function PrintedReport({ dossier, review }: Props) {
  const { report, answers, judgement } = review;
  const own = judgement?.report === report.report ? judgement.dimensions : {};
  const text = reportWords.print;
  const ended = [...dossier.timeline].reverse().find(({ type }) => type === 'ended');
  const facts: [string, string][] = [
    [text.position, dossier.position],
    [text.department, dossier.department],
    [text.interviewedAt, ended ? paperDate(ended.at) : ''],
    [text.version, reportWords.versions.name(report.report)],
    [text.scorer, `${report.scorer.name} ${report.scorer.version}`],
    [text.decision, dossier.outcome === null ? text.notDecided : copy.statuses.outcome[dossier.outcome]],
  ];
  return createPortal(
    <View className="hr-print">
      <View className="hr-print-head">
        <View>
          <View className="hr-print-kicker">{text.title}</View>
          <View className="hr-print-name">{dossier.candidate.name}</View>
          <View className="hr-print-sentence">{summary(words, report, answers)}</View>
        </View>
        <View className="hr-print-overall">
          <View className="hr-print-score">{report.overall === null ? '—' : Math.round(report.overall)}</View>
          <View className="hr-print-kicker">
            {report.overall === null ? unscored(report) : words.review.overall}
            {' · '}
            {report.scorer.calibrated ? words.review.calibrated : words.review.uncalibrated}
          </View>
        </View>
      </View>
      <View className="hr-print-facts">
        {facts.map(([name, value]) => (
          <View key={name} className="hr-print-fact">
            <Text className="hr-print-kicker">{name}</Text>
            <Text>{value}</Text>
          </View>
        ))}
      </View>
      <View className="hr-print-shape">
        <Radar dimensions={report.dimensions} />
        <View className="hr-print-bars">
          {report.dimensions.map((dimension) => (
            <Bar
              key={dimension.name}
              dimension={dimension}
              own={own[dimension.name]}
              withOwn={Object.keys(own).length > 0}
            />
          ))}
        </View>
      </View>
      <View className="hr-print-title">{words.review.dimensions}</View>
      {report.dimensions.map((dimension) => (
        <View key={dimension.name} className="hr-print-dimension">
          <View className="hr-print-strong">{dimension.name}</View>
          {dimension.reasons.map((reason) => (
            <View
              key={`${reason.kind} ${reason.questionId} ${reason.keyPoint} ${reason.start ?? ''}`}
              className="hr-print-reason"
            >
              <Text className="hr-print-sign">{reason.kind === 'shown' ? '✓' : '–'}</Text>
              <View>
                <Text>{reasonText(reason)}</Text>
                {reason.quote !== undefined && (
                  <Text className="hr-print-quote"> {words.review.quote(reason.quote)}</Text>
                )}
                <Text className="hr-print-kicker">
                  {' '}
                  {reportWords.fromQuestion(numberOf(answers, reason.questionId))}
                </Text>
              </View>
            </View>
          ))}
          {dimension.reasons.length === 0 && <View className="hr-print-kicker">{words.review.noReasons}</View>}
        </View>
      ))}
      {judgement && (
        <View className="hr-print-dimension">
          <View className="hr-print-title">{reportWords.judge.title}</View>
          <View>{judgement.note}</View>
          <View className="hr-print-kicker">
            {reportWords.judge.by(actor(words.actor, judgement.by), paperDate(judgement.at))} ·{' '}
            {reportWords.judge.onVersion(judgement.report)}
          </View>
        </View>
      )}
      {(report.nextQuestions ?? []).length > 0 && (
        <View className="hr-print-dimension">
          <View className="hr-print-title">{reportWords.nextQuestions}</View>
          {report.nextQuestions?.map(({ keyPoint }, index) => (
            <View key={keyPoint}>
              {index + 1}. {reportWords.nextQuestion(keyPoint)}
            </View>
          ))}
        </View>
      )}
      <View className="hr-print-title">{text.answers}</View>
      {answers.map((answer, index) => {
        const item = report.items.find((one) => one.questionId === answer.questionId);
        const score = item?.score ?? null;
        return (
          <View key={answer.questionId} className="hr-print-answer">
            <View className="hr-print-strong">
              {index + 1}. {answer.prompt}
              {score !== null && <Text className="hr-print-points">{words.review.points(Math.round(score))}</Text>}
            </View>
            {answer.asked.map((ask) => (
              <View key={ask} className="hr-print-kicker">
                {reportWords.followUp} {ask}
              </View>
            ))}
            <View className="hr-print-said">
              {answer.text.trim() === ''
                ? words.review.unanswered
                : highlight(answer.text, item?.evidence ?? []).map((piece) => (
                    <Text key={piece.start} className={piece.marked ? 'hr-print-mark' : ''}>
                      {piece.text}
                    </Text>
                  ))}
            </View>
            {item?.flags.map((flag) => (
              <View key={flag} className="hr-print-kicker">
                {evaluationWords.flag[flag]}
                {': '}
                {evaluationWords.flagMeaning[flag]}
              </View>
            ))}
          </View>
        );
      })}
      <View className="hr-print-foot">
        {text.note} {text.confidential} · {dossier.company} ·{' '}
        {text.printedAt(paperDate(new Date(serverTime.now()).toISOString()))}
      </View>
    </View>,
    document.body,
  );
}

type BarProps = { dimension: Dimension; own: number | undefined; withOwn: boolean };

function Bar({ dimension: { name, weight, score }, own, withOwn }: BarProps) {
  return (
    <View className="hr-print-bar-row">
      <Text className="hr-print-bar-name">{name}</Text>
      <Text className="hr-print-kicker">{words.review.weight(Math.round(weight * 100))}</Text>
      <View className="hr-print-bar">
        <View className="hr-print-bar-done" style={{ width: `${score ?? 0}%` }} />
      </View>
      <Text className="hr-print-bar-score">{score === null ? '—' : Math.round(score)}</Text>
      {withOwn && (
        <Text className="hr-print-kicker hr-print-own">
          {own === undefined ? '' : reportWords.judge.yours(Math.round(own))}
        </Text>
      )}
    </View>
  );
}
