import { Bars } from '../../charts/bars.tsx';
import { ChartCard } from '../../charts/chart-card.tsx';
import { figureWords } from '../../words.ts';
import { countText, percentText } from '../number-text.ts';
import { RateCard } from '../rate-card.tsx';
import type { Reminders } from '../shapes.ts';
import { groundsText } from '../share-text.ts';
import { TrendCard } from '../trend-card.tsx';

const words = figureWords.reminders;

type Props = { figures: Reminders; onCoarser?(): void };

export function RemindersSection({ figures: { said, reached, channels, trend }, ...longer }: Props) {
  return (
    <>
      <RateCard
        id="reminders-rate"
        title={words.rate}
        figure={reached}
        unit="reminders"
        said={words.said(countText(said))}
      />
      <TrendCard id="reminders-trend" title={words.trend} trend={trend} unit="reminders" {...longer} />
      <ChartCard
        id="reminders-channels"
        title={words.channels}
        note={figureWords.readInterval}
        table={{
          head: [words.channel, words.tried, words.sent, words.arrived],
          rows: channels.map(({ channel, tried, sent, arrived }) => [
            figureWords.names.channels[channel],
            countText(tried),
            sent === null ? figureWords.tooFew : percentText(sent.rate),
            arrived === null ? figureWords.none : percentText(arrived.rate),
          ]),
        }}
      >
        <Bars
          top={1}
          bars={channels.map(({ channel, tried, sent, arrived, refused, unknown }) => ({
            id: `channel-${channel}`,
            name: figureWords.names.channels[channel],
            value: sent?.rate ?? null,
            text: sent === null ? figureWords.tooFew : `${words.sent} ${percentText(sent.rate)}`,
            ...(sent === null ? {} : { low: sent.low, high: sent.high }),
            note: [
              words.perChannel(countText(tried), refused, unknown),
              arrived === null
                ? words.noReceipt
                : figureWords.aside(words.confirmed(percentText(arrived.rate)), groundsText(arrived, 'reminders')),
            ].join(figureWords.stop),
          }))}
        />
      </ChartCard>
    </>
  );
}
