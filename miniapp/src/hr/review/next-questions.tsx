import { Text, View } from '@tarojs/components';
import { Tap } from '../../components/tap.tsx';
import { copyText } from '../copy-text.ts';
import { reportWords } from '../words.ts';
import { type Answer, numberOf, type Report } from './quoted.ts';

/** What to ask a candidate who comes back: the key points nobody heard. */
export function NextQuestions({ report, answers }: { report: Report; answers: Answer[] }) {
  const next = report.nextQuestions ?? [];
  if (next.length === 0) return null;
  const all = next.map(({ keyPoint }, index) => `${index + 1}. ${reportWords.nextQuestion(keyPoint)}`).join('\n');
  return (
    <View id="next-questions">
      <View className="hr-heading hr-heading-row">
        <Text>{reportWords.nextQuestions}</Text>
        <Tap
          className="hr-link"
          pressed="hr-link-pressed"
          label={`${reportWords.copyNext} ${reportWords.nextQuestions}`}
          onTap={() => copyText(all, reportWords.copied)}
        >
          {reportWords.copyNext}
        </Tap>
      </View>
      <View className="hr-card hr-padded">
        {next.map(({ questionId, keyPoint }, index) => (
          <View key={`${questionId} ${keyPoint}`} className="hr-next">
            <Text className="hr-next-number">{index + 1}</Text>
            <View className="hr-next-text">
              <View>{reportWords.nextQuestion(keyPoint)}</View>
              <View className="hr-next-from">{reportWords.fromQuestion(numberOf(answers, questionId))}</View>
            </View>
          </View>
        ))}
      </View>
    </View>
  );
}
