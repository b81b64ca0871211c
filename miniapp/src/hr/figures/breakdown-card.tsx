import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CountedUnit } from '#shared/copy/zh/figures.ts';
import { Bars } from '../charts/bars.tsx';
import { ChartCard } from '../charts/chart-card.tsx';
import { Choices } from '../components/choices.tsx';
import { figureWords as words } from '../words.ts';
import { byText, valueName } from './name-text.ts';
import { percentText } from './number-text.ts';
import type { Breakdown, Group, Share } from './shapes.ts';
import { casesText, groundsText, shareText } from './share-text.ts';

type Props = {
  id: string;
  title: string;
  breakdowns: readonly Breakdown[];
  unit: CountedUnit;
  overall: Share | null;
  /** Undefined where that group has no list. */
  opener(by: string, group: Group): (() => void) | undefined;
};

const textOf = ({ hidden, share }: Group) => {
  if (hidden) return words.hidden;
  return share === null ? words.tooFew : percentText(share.rate);
};

/** A rate group by group, against the whole; by which dimension is chosen. */
export function BreakdownCard({ id, title, breakdowns, unit, overall, opener }: Props) {
  const [wanted, setWanted] = useState<string>();
  const shown = breakdowns.find(({ by }) => by === wanted) ?? breakdowns[0];
  if (shown === undefined) return null;
  const name = byText(shown);
  const hides = shown.groups.some(({ hidden }) => hidden);
  const notes = [words.readInterval, hides ? words.hiddenNote : '', shown.by === 'age' ? words.ageNote : ''];
  return (
    <ChartCard
      wide
      id={id}
      title={title}
      note={notes.filter((one) => one !== '').join(' ')}
      table={{
        head: [name, words.rate, words.unit(unit)],
        rows: shown.groups.map((group) => [
          valueName(shown.by, group.value, group.name),
          group.share === null || group.hidden ? textOf(group) : shareText(group.share),
          group.share === null || group.hidden ? words.none : casesText(group.share, unit),
        ]),
      }}
    >
      <View className="hr-data-by">
        <Choices<string>
          id={`${id}-by`}
          label={title}
          options={breakdowns.map((one) => ({ value: one.by, name: byText(one) }))}
          chosen={shown.by}
          onChoose={setWanted}
        />
      </View>
      {shown.groups.length === 0 ? (
        <View className="hr-quiet hr-data-none">{words.nobody}</View>
      ) : (
        <Bars
          id={`${id}-bars`}
          ceiling={1}
          {...(overall === null
            ? {}
            : { reference: { value: overall.rate, name: words.noShows.overall(percentText(overall.rate)) } })}
          bars={shown.groups.map((group) => {
            const onTap = group.hidden || group.share === null ? undefined : opener(shown.by, group);
            return {
              id: `${id}-${shown.by}-${group.value}`,
              name: valueName(shown.by, group.value, group.name),
              value: group.hidden ? null : (group.share?.rate ?? null),
              text: textOf(group),
              ...(group.share === null || group.hidden
                ? {}
                : { low: group.share.low, high: group.share.high, note: groundsText(group.share, unit) }),
              ...(onTap === undefined ? {} : { onTap }),
            };
          })}
        />
      )}
    </ChartCard>
  );
}
