import { Text, View } from '@tarojs/components';
import { serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Card } from '../../components/card.tsx';
import { copy } from '../../copy.ts';
import { go } from '../../state/go.ts';
import type { InterviewView } from '../../state/room.ts';
import { whenText } from '../../state/when.ts';
import { SlotPicker } from './slot-picker.tsx';

/** Nothing is booked yet. */
export function Pick({ view, onChanged }: { view: InterviewView; onChanged: () => void }) {
  const words = copy.booking.pick;
  return (
    <Card className="booking__card">
      <Text className="booking__title">{words.title}</Text>
      <Text className="booking__text">{words.about(view.questions.length, view.estimatedMinutes)}</Text>
      <Text className="booking__text">{words.before(whenText(view.closesAt, serverTime.now()))}</Text>
      <SlotPicker interviewId={view.interviewId} onBooked={onChanged} onRefused={onChanged} />
      <View className="booking__center">
        <Action id="to-invitation" kind="quiet" onTap={() => go.invitation(view.interviewId)}>
          {words.introduction}
        </Action>
      </View>
    </Card>
  );
}
