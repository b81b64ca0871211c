import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { Action } from '../../components/action.tsx';
import { AsideCard } from '../../components/aside-card.tsx';
import { StatusChip } from '../../components/card.tsx';
import { ContactLine } from '../../components/contact-line.tsx';
import { copy } from '../../copy.ts';
import { go } from '../../state/go.ts';
import { isLapsed, savedCount } from '../../state/over.ts';
import type { RoomState } from '../../state/room.ts';

/** The conversation cannot go on: why, what is saved, what follows, and what never left this device. */
export function OverView({ over }: { over: Extract<RoomState, { phase: 'over' }> }) {
  const { view, why, left } = over;
  const words = copy.candidate.over;
  const { status, lapsed } = copy.candidate.progress;
  const follows =
    view.status === 'in_progress' ? words.closing : isLapsed(view) ? lapsed.text : status[view.status].text;
  return (
    <View id="over" className="ending" {...aria({ role: 'alert' })}>
      <Text className="ending__title">{words.title[why]}</Text>
      {view.status === 'in_progress' ? null : <StatusChip status={view.status} />}
      <Text className="ending__text">{words.saved(savedCount(view))}</Text>
      <Text className="ending__text">{follows}</Text>
      {left.length === 0 ? null : (
        <View className="ending__left">
          <Text className="ending__text">{words.left}</Text>
          {left.map((aside) => (
            <AsideCard
              key={aside.questionId}
              aside={aside}
              number={view.questions.findIndex(({ id }) => id === aside.questionId) + 1}
            />
          ))}
        </View>
      )}
      <Action id="over-progress" kind="primary" onTap={() => go.instead.progress(view.interviewId)}>
        {words.toProgress}
      </Action>
      <ContactLine contact={view.contact}>{copy.candidate.contact.title}</ContactLine>
    </View>
  );
}
