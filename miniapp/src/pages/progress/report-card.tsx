import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { Action } from '../../components/action.tsx';
import { Card } from '../../components/card.tsx';
import { copy } from '../../copy.ts';
import { go } from '../../state/go.ts';
import type { InterviewView } from '../../state/room.ts';

export function ReportCard({ view }: { view: InterviewView }) {
  const words = copy.candidate.progress;
  return (
    <Card className="progress__card">
      <View className="progress__report" {...aria({ role: 'status' })}>
        {view.report === 'generating' ? <View className="progress__spinner" /> : null}
        <View className="progress__names">
          <Text className="progress__title">{words.report}</Text>
          <Text id="report-state" className="progress__text">
            {words.reportText[view.report]}
          </Text>
        </View>
      </View>
      {view.report === 'ready' ? (
        <Action id="report-link" kind="primary" block onTap={() => go.report(view.interviewId)}>
          {words.openReport}
        </Action>
      ) : null}
    </Card>
  );
}
