import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Action } from '../../components/action.tsx';
import { whenText } from '../../state/when.ts';
import { May } from '../may.tsx';
import { actor } from '../review/actor.ts';
import type { Dossier, Review } from '../review/dossier.ts';
import type { Report } from '../review/quoted.ts';
import type { ReviewModel } from '../review/use-review.ts';
import { reportWords, words } from '../words.ts';
import { JudgeSheet } from './judge-sheet.tsx';
import './judgement-card.scss';

type Props = { model: ReviewModel; dossier: Dossier; review: Review & { report: Report }; now: number };

/** What a person thinks of it, beside what the report says. */
export function JudgementCard({ model, dossier, review, now }: Props) {
  const [writing, setWriting] = useState(false);
  const { judgement } = review;
  return (
    <View id="judgement">
      <View className="hr-heading">{reportWords.judge.title}</View>
      <View className="hr-card hr-padded">
        {judgement === null ? (
          <View className="hr-quiet">{reportWords.judge.none}</View>
        ) : (
          <View className="hr-judged">
            <View className="hr-judged-scores">
              {judgement.overall !== null && (
                <Text className="hr-judged-score">
                  {reportWords.judge.ownOverall} {Math.round(judgement.overall)}
                </Text>
              )}
              {Object.entries(judgement.dimensions).map(([name, score]) => (
                <Text key={name} className="hr-judged-score">
                  {name} {Math.round(score)}
                </Text>
              ))}
            </View>
            <Text className="hr-judged-note" userSelect>
              {judgement.note}
            </Text>
            <View className="hr-judged-by">
              {reportWords.judge.by(actor(words.actor, judgement.by), whenText(judgement.at, now))} ·{' '}
              {reportWords.judge.onVersion(judgement.report)}
            </View>
          </View>
        )}
        <May to="report.judge">
          <View className="hr-judged-action">
            <Action id="write-judgement" onTap={() => setWriting(true)}>
              {judgement === null ? reportWords.judge.write : reportWords.judge.rewrite}
            </Action>
          </View>
        </May>
      </View>
      {writing && (
        <JudgeSheet
          interviewId={dossier.interviewId}
          report={review.report}
          judgement={judgement}
          onClose={() => setWriting(false)}
          onSaved={() => {
            setWriting(false);
            void model.refresh();
          }}
        />
      )}
    </View>
  );
}
