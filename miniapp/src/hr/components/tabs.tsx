import { ScrollView, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { radio } from '../radio.ts';
import './tabs.scss';

type TabsProps<T extends string> = {
  /** What the ids begin with. */
  id: string;
  label: string;
  tabs: readonly { value: T; name: string }[];
  chosen: T;
  onChoose(value: T): void;
  /** In one line that scrolls, not in as many lines as they need: for many parts of which most people want the first. */
  scrolls?: boolean;
};

/** The parts of one page, of which one is shown. */
export function Tabs<T extends string>({ id, label, tabs, chosen, onChoose, scrolls = false }: TabsProps<T>) {
  // Scrolled there once it stands: before that there is nowhere to scroll.
  const [inView, setInView] = useState('');
  useEffect(() => setInView(`${id}-${chosen}`), [id, chosen]);
  const row = (
    <View className={scrolls ? 'hr-tabs hr-tabs-line' : 'hr-tabs'} {...aria({ role: 'radiogroup', label })}>
      {tabs.map(({ value, name }) => (
        <View
          key={value}
          id={`${id}-${value}`}
          className={value === chosen ? 'hr-tab hr-tab-on' : 'hr-tab'}
          hoverClass="hr-link-pressed"
          {...radio(value === chosen, () => onChoose(value))}
        >
          {name}
        </View>
      ))}
    </View>
  );
  if (!scrolls) return row;
  return (
    <ScrollView scrollX enableFlex className="hr-tabs-scroll" scrollIntoView={inView}>
      {row}
    </ScrollView>
  );
}
