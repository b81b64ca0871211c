import { View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import type { CountedUnit, FigureSection } from '#shared/copy/zh/figures.ts';
import { figureWords } from '../../words.ts';
import { aboutText, countText, minutesText, percentText, yuanText } from '../number-text.ts';
import { Part } from '../part.tsx';
import { ChangeChip } from '../rate-card.tsx';
import type { Change, Figure, NoShows } from '../shapes.ts';
import { figureText, groundsText } from '../share-text.ts';
import { Tile } from '../tile.tsx';
import type { Figures } from '../use-figures.ts';

const words = figureWords.overview;
type Props = { figures: Figures; onSection(section: FigureSection): void };

/** A rate as a tile says it. */
const glance = (figure: Figure, unit: CountedUnit) => ({
  value: figure.share === null ? null : percentText(figure.share.rate),
  grounds: figure.share === null ? figureText(figure, unit) : groundsText(figure.share, unit),
});
const chipOf = (change: Change | null, better: 'fell' | 'rose') =>
  change === null ? {} : { chip: <ChangeChip change={change} better={better} /> };
const TileGhost = () => (
  <View className="hr-card hr-data-tile" {...aria({ role: 'status', label: figureWords.loading })}>
    <View className="hr-chart-ghost hr-chart-ghost-title" />
    <View className="hr-chart-ghost hr-chart-ghost-text" />
  </View>
);

/** Every figure at a glance. */
export function Overview({ figures, onSection }: Props) {
  return (
    <View className="hr-data-tiles">
      <Part of={figures.noShows} skeleton={<TileGhost />}>
        {(one) => (
          <Tile
            id="tile-no-shows"
            title={words.noShows}
            {...glance(one.rate, 'appointments')}
            {...chipOf(one.change, 'fell')}
            trend={one.trend}
            onTap={() => onSection('no_shows')}
          />
        )}
      </Part>
      <Part of={figures.noShows} skeleton={<TileGhost />}>
        {(one) => <HandlingTile handling={one.handling} onTap={() => onSection('no_shows')} />}
      </Part>
      <Part of={figures.funnel} skeleton={<TileGhost />}>
        {({ steps, missing }) => {
          const passed = steps.find(({ step }) => step === 'passed')?.ofInvited ?? null;
          return (
            <Tile
              id="tile-funnel"
              title={words.funnel}
              {...glance({ share: passed, missing }, 'people')}
              onTap={() => onSection('funnel')}
            />
          );
        }}
      </Part>
      <Part of={figures.passRates} skeleton={<TileGhost />}>
        {({ rate, trend }) => (
          <Tile
            id="tile-pass"
            title={words.pass}
            {...glance(rate, 'interviews')}
            trend={trend}
            onTap={() => onSection('pass')}
          />
        )}
      </Part>
      <Part of={figures.satisfaction} skeleton={<TileGhost />}>
        {({ satisfied, change, trend }) => (
          <Tile
            id="tile-satisfaction"
            title={words.satisfaction}
            {...glance(satisfied, 'answers')}
            {...chipOf(change, 'rose')}
            trend={trend}
            onTap={() => onSection('satisfaction')}
          />
        )}
      </Part>
      <Part of={figures.reminders} skeleton={<TileGhost />}>
        {({ reached, trend }) => (
          <Tile
            id="tile-reminders"
            title={words.reminders}
            {...glance(reached, 'reminders')}
            trend={trend}
            onTap={() => onSection('reminders')}
          />
        )}
      </Part>
      <Part of={figures.status} skeleton={<TileGhost />}>
        {({ rate }) => (
          <Tile id="tile-status" title={words.status} {...glance(rate, 'checks')} onTap={() => onSection('status')} />
        )}
      </Part>
      <Part of={figures.attrition} skeleton={<TileGhost />}>
        {({ cost, leavers, known }) => (
          <Tile
            id="tile-attrition"
            title={words.attrition}
            value={cost === null ? null : yuanText(cost)}
            grounds={
              leavers === null
                ? figureWords.attrition.unknownShort
                : figureWords.of(countText(leavers), countText(known), 'people')
            }
            onTap={() => onSection('attrition')}
          />
        )}
      </Part>
    </View>
  );
}

function HandlingTile({ handling, onTap }: { handling: NoShows['handling']; onTap(): void }) {
  const { time, missing, limit, within, over, waiting } = handling;
  const limitText = minutesText(limit);
  return (
    <Tile
      id="tile-handling"
      title={words.handling}
      value={time === null ? null : aboutText(time.median)}
      grounds={
        time === null
          ? figureWords.missing(missing, 'appointments')
          : within === null
            ? figureWords.count(countText(time.n), 'appointments')
            : words.handlingOf(percentText(within.rate), limitText)
      }
      alarms={[...(over > 0 ? [words.over(over, limitText)] : []), ...(waiting > 0 ? [words.waiting(waiting)] : [])]}
      onTap={onTap}
    />
  );
}
