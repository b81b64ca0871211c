import { Text, View } from '@tarojs/components';
import { serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { copy } from '../../copy.ts';
import { wallOf, wallText } from '../../state/wall-time.ts';
import type { Instead } from './use-book.ts';

type Props = {
  instead: Instead | undefined;
  underWay: string | null | undefined;
  onBook: (slotId: string) => void;
  onClose: () => void;
};

/** The time was taken a moment ago: the next free ones, each booked by one tap. */
export function OfferedInstead({ instead, underWay, onBook, onClose }: Props) {
  const words = copy.booking.pick;
  const { why = 'full', slots = [] } = instead ?? {};
  const said =
    why === 'full' ? { title: words.full, text: words.fullText } : { title: words.passed, text: words.passedText };
  return (
    <Sheet id="offered-instead" open={instead !== undefined} title={said.title} onClose={onClose}>
      <View className="booking__sheet">
        <Text className="booking__text">{slots.length === 0 ? words.fullNone : said.text}</Text>
        {slots.map(({ slotId, startsAt, text }) => (
          <Action
            key={slotId}
            id={`instead-${slotId}`}
            block
            busy={underWay === slotId}
            disabled={underWay !== undefined && underWay !== slotId}
            onTap={() => onBook(slotId)}
          >
            {wallText(copy.candidate.when, wallOf(text, startsAt), serverTime.now())}
          </Action>
        ))}
        <Action id="other-times" kind="quiet" block onTap={onClose}>
          {words.others}
        </Action>
      </View>
    </Sheet>
  );
}
