import { Text, View } from '@tarojs/components';
import { InterviewCard } from '../../components/interview-card.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Loaded } from '../../components/states.tsx';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import { go } from '../../state/go.ts';
import { useInterviews } from '../../state/use-interviews.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { useUnread } from '../../state/use-unread.ts';
import './index.scss';

function HomePage() {
  const words = copy.candidate.home;
  usePageTitle(copy.candidate.titles.home);
  const interviews = useInterviews();
  const unread = useUnread();
  return (
    <Page className="home">
      <View className="home__head">
        <Text className="home__greeting">{copy.candidate.brand}</Text>
        <Text className="home__subtitle">{words.subtitle}</Text>
        {unread === 0 ? null : (
          <Tap id="home-messages" className="home__messages" pressed="home__messages--pressed" onTap={go.messages}>
            <View className="home__dot" />
            <Text>{copy.booking.messages.unread(unread)}</Text>
            <View className="home__arrow" />
          </Tap>
        )}
      </View>
      <Loaded of={interviews}>
        {(list) =>
          list.length === 0 ? (
            <Empty
              id="home-empty"
              title={words.emptyTitle}
              text={words.emptyText}
              action={words.emptyAction}
              onAction={() => go.guide()}
            />
          ) : (
            <View className="home__list">
              <Text className="home__label">{words.mine}</Text>
              {list.map((interview) => (
                <InterviewCard key={interview.interviewId} interview={interview} />
              ))}
            </View>
          )
        }
      </Loaded>
    </Page>
  );
}

export default HomePage;
