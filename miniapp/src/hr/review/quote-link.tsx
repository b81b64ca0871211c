import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { clock, heardAt } from '../listen/clip-time.ts';
import { reportWords, words } from '../words.ts';
import { type Answer, numberOf, type Place } from './quoted.ts';

type Props = { quote: string; place: Place | undefined; answers: Answer[]; onQuote(place: Place): void };

/** Somebody's own words; leads to where they stand, and plays them where they were spoken. */
export function QuoteLink({ quote, place, answers, onQuote }: Props) {
  if (place === undefined) return <View className="hr-quote">{words.review.quote(quote)}</View>;
  const answer = answers.find((one) => one.questionId === place.questionId);
  const found = answer && heardAt(answer, place);
  const number = numberOf(answers, place.questionId);
  const said = words.review.quote(quote);
  const time = found ? clock(found.at) : '';
  return (
    <View
      className="hr-quote hr-quote-link"
      hoverClass="hr-quote-pressed"
      {...aria({
        role: 'button',
        // What can be read comes first, as it is read.
        label: `${said}${time} ${found ? reportWords.jumpAndPlay(number) : reportWords.jump(number)}`,
      })}
      onClick={() => onQuote(place)}
    >
      <Text className="hr-quote-words">{said}</Text>
      {found && (
        <Text className="hr-quote-time">
          <Text className="hr-quote-sign" />
          {time}
        </Text>
      )}
    </View>
  );
}
