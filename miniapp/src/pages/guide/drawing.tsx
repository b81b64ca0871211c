import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { copy } from '../../copy.ts';

/** The interview's page in small, with the place of this step lit. */
export function Drawing({ name }: { name: 'chat' | 'save' | 'leave' | 'end' }) {
  const { sample } = copy.candidate.guide;
  const words = copy.candidate.interview;
  const lit = (part: string, own: string) => `${own} ${part === name ? 'drawing--lit' : ''}`;
  return (
    <View className="drawing" {...aria({ hidden: true })}>
      <View className="drawing__phone">
        <View className="drawing__header">
          <Text className="drawing__position">{sample.position}</Text>
          <View className={lit('leave', 'drawing__more')}>
            <View className="drawing__dots" />
          </View>
          <Text className={lit('end', 'drawing__end')}>{words.end}</Text>
        </View>
        <View className="drawing__bar">
          <View className="drawing__step drawing__step--on" />
          <View className="drawing__step drawing__step--on" />
          <View className="drawing__step" />
          <View className="drawing__step" />
          <Text className={lit('save', 'drawing__saved')}>{sample.saved}</Text>
        </View>
        <View className="drawing__chat">
          <Text className="drawing__theirs">{sample.question}</Text>
          <Text className="drawing__mine">{sample.answer}</Text>
        </View>
        <View className="drawing__composer">
          <View className="drawing__box" />
          <Text className={lit('chat', 'drawing__done')}>{words.finish}</Text>
        </View>
      </View>
    </View>
  );
}
