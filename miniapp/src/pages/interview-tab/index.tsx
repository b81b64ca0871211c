import { Text, View } from '@tarojs/components';
import { serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Card } from '../../components/card.tsx';
import type { InterviewCardData } from '../../components/interview-card.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Loaded } from '../../components/states.tsx';
import { copy } from '../../copy.ts';
import { go } from '../../state/go.ts';
import { cardTimeText } from '../../state/time-text.ts';
import { useInterviews } from '../../state/use-interviews.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { leftText } from '../../state/when.ts';
import './index.scss';

function InterviewTabPage() {
  usePageTitle(copy.candidate.titles.interviewTab);
  const interviews = useInterviews();
  return (
    <Page className="interview-tab">
      <Loaded of={interviews}>{(list) => <Now list={list} />}</Loaded>
    </Page>
  );
}

/** The interview in progress leads back into it; else the next one; else what to expect. */
function Now({ list }: { list: InterviewCardData[] }) {
  const words = copy.candidate.tab;
  const current = list.find((one) => one.status === 'in_progress');
  if (current) {
    const left = leftText(Date.parse(current.closesAt) - serverTime.now());
    return (
      <View className="interview-tab__body">
        <Text id="current-interview" className="interview-tab__label">
          {words.current}
        </Text>
        <Card className="interview-tab__card">
          <Text className="interview-tab__position">{current.position}</Text>
          <Text className="interview-tab__line">
            {current.company} · {copy.candidate.when.left(left)}
          </Text>
          <Text className="interview-tab__line">{words.savedSafe}</Text>
          <Action id="resume-interview" kind="primary" block onTap={() => go.interview(current.interviewId)}>
            {words.resume}
          </Action>
        </Card>
      </View>
    );
  }
  const next = list.find((one) => one.status === 'invited' || one.status === 'scheduled');
  if (next) {
    return (
      <View className="interview-tab__body">
        <Text className="interview-tab__label">{words.upcoming}</Text>
        <Card className="interview-tab__card">
          <Text className="interview-tab__position">{next.position}</Text>
          <Text className="interview-tab__line">{cardTimeText(next, serverTime.now())}</Text>
          <Action
            id="next-interview"
            kind="primary"
            block
            onTap={() => (next.status === 'scheduled' ? go.booking : go.invitation)(next.interviewId)}
          >
            {next.status === 'scheduled' ? copy.booking.entry.see : words.begin}
          </Action>
        </Card>
      </View>
    );
  }
  return list.length === 0 ? (
    <Empty
      title={words.none}
      text={words.noneText}
      action={copy.candidate.home.emptyAction}
      onAction={() => go.guide()}
    />
  ) : (
    <Empty title={words.finished} text={words.finishedText} action={words.toHome} onAction={go.home} />
  );
}

export default InterviewTabPage;
