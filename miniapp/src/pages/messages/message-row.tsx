import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { call, serverTime } from '../../api/call.ts';
import { retrying } from '../../api/retry.ts';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import { go } from '../../state/go.ts';
import { whenText } from '../../state/when.ts';

type Message = Output<'message.list'>['messages'][number];

/** One message; a tap opens what it is about, and it counts as read. */
export function MessageRow({ message }: { message: Message }) {
  const words = copy.booking.messages;
  const { messageId, title, text, at, readAt, page } = message;
  const when = whenText(at, serverTime.now());

  function open() {
    // Nothing waits for it: one that is not through stays unread, and the next look says so.
    if (readAt === null) void retrying(() => call('message.read', { input: { messageIds: [messageId] } }));
    go.page(page);
  }

  return (
    <View {...aria({ role: 'listitem' })}>
      <Tap id={`message-${messageId.replace(/\W/g, '-')}`} className="message" pressed="message--pressed" onTap={open}>
        <View
          className={`message__dot ${readAt === null ? 'message__dot--unread' : ''}`}
          {...(readAt === null ? aria({ role: 'img', label: words.unreadLabel }) : {})}
        />
        <View className="message__words">
          <View className="message__head">
            <Text className={`message__title ${readAt === null ? 'message__title--unread' : ''}`}>{title}</Text>
            <Text className="message__when">{when}</Text>
          </View>
          <Text className="message__text">{text}</Text>
        </View>
      </Tap>
    </View>
  );
}
