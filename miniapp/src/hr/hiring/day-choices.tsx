import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { Fact } from '../components/fact.tsx';
import { radio } from '../radio.ts';
import { dayText, weekdayText } from '../slots/day-text.ts';
import { hiringWords } from '../words.ts';
import { daysFrom } from './days.ts';
import './hiring.scss';

type Props = { id: string; label: string; today: string; chosen: string; count?: number; onChoose(day: string): void };

/** One of the next days, each with its weekday. */
export function DayChoices({ id, label, today, chosen, count = 12, onChoose }: Props) {
  return (
    <Fact label={label}>
      <View className="hr-hiring-days" {...aria({ role: 'radiogroup', label })}>
        {daysFrom(today, count).map((day) => (
          <View
            key={day}
            id={`${id}-${day}`}
            className={day === chosen ? 'hr-hiring-day hr-hiring-day-on' : 'hr-hiring-day'}
            hoverClass="hr-link-pressed"
            {...radio(day === chosen, () => onChoose(day))}
          >
            <Text className="hr-hiring-weekday">{day === today ? hiringWords.arrange.today : weekdayText(day)}</Text>
            <Text className="hr-hiring-date">{dayText(day)}</Text>
          </View>
        ))}
      </View>
    </Fact>
  );
}
