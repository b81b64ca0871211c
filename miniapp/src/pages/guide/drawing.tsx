import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { Icon } from '../../components/icon.tsx';
import { copy } from '../../copy.ts';
import type { Step } from './steps.ts';

/** The interview's page in small, with the place of this step lit. */
export function Drawing({ name }: { name: Step }) {
  const { sample } = copy.candidate.guide;
  const words = copy.candidate.interview;
  const lit = (part: Step, own: string) => `${own} ${part === name ? 'drawing--lit' : ''}`;
  const menu = name === 'leave' || name === 'help';
  return (
    <View className="drawing" {...aria({ hidden: true })}>
      <View className="drawing__phone">
        <View className="drawing__header">
          <Text className="drawing__position">{sample.position}</Text>
          <View className={`drawing__more ${menu ? 'drawing--lit' : ''}`}>
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
          {name === 'voice' ? (
            <View className="drawing__mine drawing__voice">
              <Icon name="play" />
              <View className="drawing__wave" />
              <Text>{sample.length}</Text>
            </View>
          ) : (
            <Text className="drawing__mine">{sample.answer}</Text>
          )}
        </View>
        {menu ? (
          <View className="drawing__menu">
            <Text className={lit('leave', 'drawing__item')}>{sample.leave}</Text>
            <Text className={lit('help', 'drawing__item')}>{sample.help}</Text>
          </View>
        ) : (
          <View className="drawing__composer">
            <View className="drawing__mic">
              <Icon name={name === 'voice' ? 'keyboard' : 'mic'} />
            </View>
            {name === 'voice' ? (
              <Text className="drawing__hold drawing--lit">{sample.hold}</Text>
            ) : (
              <View className="drawing__box" />
            )}
            <Text className={lit('chat', 'drawing__done')}>{words.finish}</Text>
          </View>
        )}
      </View>
    </View>
  );
}
