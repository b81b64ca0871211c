import { Text, View } from '@tarojs/components';
import { reportWords } from '../words.ts';
import { durationText } from './answer-block.tsx';
import type { Review } from './dossier.ts';
import { numberOf } from './quoted.ts';

/** What was observed and what the candidate said of the interview: beside the scores, never in them. */
export function ContextSection({ review }: { review: Review }) {
  const { behaviour, questionnaire } = review;
  return (
    <>
      {behaviour && (
        <View id="behaviour">
          <View className="hr-heading">{reportWords.behaviour.title}</View>
          <View className="hr-card hr-padded hr-context">
            <View>{behaviourText(behaviour)}</View>
            <View className="hr-quiet">{reportWords.context}</View>
          </View>
        </View>
      )}
      <View id="questionnaire">
        <View className="hr-heading">{reportWords.questionnaire.title}</View>
        <View className="hr-card hr-padded hr-context">
          {questionnaire === null && <View className="hr-quiet">{reportWords.questionnaire.none}</View>}
          {questionnaire && (
            <>
              <Fact name={reportWords.questionnaire.flow} value={reportWords.questionnaire.of5(questionnaire.flow)} />
              {Object.entries(questionnaire.realism).map(([questionId, level]) => (
                <Fact
                  key={questionId}
                  name={reportWords.questionnaire.realism(numberOf(review.answers, questionId))}
                  value={reportWords.questionnaire.of5(level)}
                />
              ))}
              {(['reminders', 'support'] as const).map((name) => {
                const level = questionnaire[name];
                return level === undefined ? null : (
                  <Fact
                    key={name}
                    name={reportWords.questionnaire[name]}
                    value={reportWords.questionnaire.of5(level)}
                  />
                );
              })}
              {questionnaire.more.trim() !== '' && (
                <View className="hr-context-more">
                  <View className="hr-quiet">{reportWords.questionnaire.more}</View>
                  <Text userSelect>{questionnaire.more}</Text>
                </View>
              )}
              <View className="hr-quiet">{reportWords.questionnaire.notUsed}</View>
            </>
          )}
        </View>
      </View>
    </>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <View className="hr-context-fact">
    <Text>{name}</Text>
    <Text className="hr-tabular">{value}</Text>
  </View>
);

function behaviourText(behaviour: NonNullable<Review['behaviour']>): string {
  const { leftApp, awaySeconds, offline, cameraOff } = behaviour;
  const text = reportWords.behaviour;
  return [
    leftApp > 0 ? text.leftApp(leftApp, durationText(awaySeconds)) : text.stayed,
    offline > 0 ? text.offline(offline) : '',
    cameraOff > 0 ? text.cameraOff(cameraOff) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
