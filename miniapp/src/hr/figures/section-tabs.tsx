import { View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { type FigureSection, figureSections } from '#shared/copy/zh/figures.ts';
import { radio } from '../radio.ts';
import { figureWords as words } from '../words.ts';

type Props = { chosen: FigureSection; onChoose(section: FigureSection): void };

/** All of them in sight: on a phone in two lines, for what scrolls away is not found. */
export const SectionTabs = ({ chosen, onChoose }: Props) => (
  <View className="hr-data-tabs" {...aria({ role: 'radiogroup', label: words.sectionsLabel })}>
    {figureSections.map((section) => (
      <View
        key={section}
        id={`section-${section}`}
        className={section === chosen ? 'hr-data-tab hr-data-tab-on' : 'hr-data-tab'}
        hoverClass="hr-link-pressed"
        {...radio(section === chosen, () => onChoose(section))}
      >
        {words.sections[section]}
      </View>
    ))}
  </View>
);
