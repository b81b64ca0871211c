import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import type { CountedUnit } from '#shared/copy/zh/figures.ts';
import { Tap } from '../../components/tap.tsx';
import { figureWords as words } from '../words.ts';
import { percentText } from './number-text.ts';
import type { Change, Figure } from './shapes.ts';
import { changeText, differenceText, figureText, likelyText } from './share-text.ts';

type Props = PropsWithChildren<{
  id: string;
  title: string;
  figure: Figure;
  unit: CountedUnit;
  /** Of how many, in a sentence. */
  said: string;
  change?: Change | null;
  /** Which way is good news. */
  better?: 'fell' | 'rose';
  onOpen?(): void;
}>;

/** The figure a part is about: large, with what it rests on, and how it was before. */
export function RateCard({ id, title, figure, unit, said, change = null, better, onOpen, children }: Props) {
  return (
    <View id={id} className="hr-card hr-data-rate">
      <View className="hr-data-rate-title">{title}</View>
      <View className="hr-data-rate-line">
        <Text id={`${id}-value`} className={figure.share === null ? 'hr-data-missing' : 'hr-data-value'}>
          {figureText(figure, unit)}
        </Text>
        {change !== null && <ChangeChip change={change} {...(better === undefined ? {} : { better })} />}
      </View>
      <View className="hr-data-said">
        {said}
        {figure.share !== null && `${words.space}${likelyText(figure.share)}${words.stop}`}
      </View>
      {change !== null && <View className="hr-quiet">{changeSaid(change)}</View>}
      {children}
      {onOpen && figure.share !== null && (
        <Tap id={`${id}-people`} className="hr-link" pressed="hr-link-pressed" onTap={onOpen}>
          {words.open}
        </Tap>
      )}
    </View>
  );
}

export function ChangeChip({ change, better }: { change: Change; better?: 'fell' | 'rose' }) {
  const clear = change.direction !== 'unclear';
  const good = clear && change.direction === better;
  const look = clear ? (good ? 'hr-data-change-good' : 'hr-data-change-bad') : '';
  const arrow = { rose: '↑ ', fell: '↓ ', unclear: '' }[change.direction];
  return (
    <Text className={`hr-data-change ${better === undefined ? '' : look}`}>
      {arrow}
      {changeText(change)}
    </Text>
  );
}

/** Against as many days before: what it was, and how much of the difference is sure. */
function changeSaid(change: Change): string {
  const sure = change.direction === 'unclear' ? words.change.chance : words.change.means(differenceText(change));
  return [words.change.title, words.change.was(percentText(change.before.rate)), sure].join(words.comma);
}
