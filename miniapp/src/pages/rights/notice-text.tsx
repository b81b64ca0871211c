import { Text, View } from '@tarojs/components';
import type { Output } from '#shared/contract/operations.ts';
import { copy } from '../../copy.ts';
import './notice-text.scss';

/** A company's notice as it is agreed to, with its version. */
export function NoticeText({ notice, titled = true }: { notice: Output<'privacy.notice'>; titled?: boolean }) {
  return (
    <View className="notice-text">
      {titled && <Text className="notice-text__title">{notice.title}</Text>}
      {notice.paragraphs.map(({ head, text }) => (
        <View key={head} className="notice-text__paragraph">
          <Text className="notice-text__head">{head}</Text>
          <Text className="notice-text__text">{text}</Text>
        </View>
      ))}
      <Text className="notice-text__text">{copy.privacy.notice.version(notice.name)}</Text>
    </View>
  );
}
