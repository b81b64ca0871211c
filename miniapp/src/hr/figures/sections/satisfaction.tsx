import { View } from '@tarojs/components';
import { Bars } from '../../charts/bars.tsx';
import { ChartCard } from '../../charts/chart-card.tsx';
import { figureWords } from '../../words.ts';
import { BreakdownCard } from '../breakdown-card.tsx';
import { aboutText, countText, percentText } from '../number-text.ts';
import type { Opener } from '../opener.ts';
import { RateCard } from '../rate-card.tsx';
import type { Satisfaction } from '../shapes.ts';
import { TrendCard } from '../trend-card.tsx';

const words = figureWords.satisfaction;
const { names } = figureWords;
const mostStars = 5;
type Props = { figures: Satisfaction; opener: Opener };

export function SatisfactionSection({ figures, opener, ...longer }: Props & { onCoarser?(): void }) {
  const { answered, satisfied, change, trend, breakdowns } = figures;
  const who = answered.share === null ? '' : `${words.answered(percentText(answered.share.rate))}${figureWords.stop}`;
  return (
    <>
      <RateCard
        id="satisfaction-rate"
        title={words.rate}
        figure={satisfied}
        unit="answers"
        said={`${words.said}${who}`}
        change={change}
        better="rose"
        onOpen={() => opener.open('endings', { satisfied: 'yes' })}
      />
      <TrendCard
        id="satisfaction-trend"
        title={words.trend}
        trend={trend}
        unit="answers"
        {...longer}
        onOpen={(from, to) => opener.open('endings', { satisfied: 'no', from, to })}
      />
      <Ratings figures={figures} />
      <Tickets figures={figures} />
      <BreakdownCard
        id="satisfaction-by"
        title={words.breakdown}
        breakdowns={breakdowns}
        unit="answers"
        overall={satisfied.share}
        opener={(by, group) => opener.group('endings', by, group, { satisfied: 'no' })}
      />
    </>
  );
}

const Ratings = ({ figures: { ratings } }: Pick<Props, 'figures'>) => (
  <ChartCard
    id="ratings"
    title={words.ratings}
    note={figureWords.readInterval}
    table={{
      head: [words.rated, ...[1, 2, 3, 4, 5].map(words.stars)],
      rows: ratings.map(({ of, stars }) => [
        names.rated[of],
        ...[0, 1, 2, 3, 4].map((at) => (stars[at] === undefined ? figureWords.none : countText(stars[at]))),
      ]),
    }}
  >
    <Bars
      top={mostStars}
      bars={ratings.map(({ of, n, missing, mean, low, high }) => ({
        id: `rating-${of}`,
        name: names.rated[of],
        value: mean,
        text: mean === null ? figureWords.missing(missing, 'answers') : words.mean(mean.toFixed(1)),
        ...(low === null || high === null ? {} : { low, high }),
        ...(mean === null
          ? {}
          : {
              note: [
                figureWords.count(countText(n), 'answers'),
                ...(low === null || high === null ? [] : [figureWords.interval(low.toFixed(1), high.toFixed(1))]),
              ].join(' · '),
            }),
      }))}
    />
  </ChartCard>
);

function Tickets({ figures: { tickets } }: Pick<Props, 'figures'>) {
  const { opened, open, faultOurs, kinds, categories, time } = tickets;
  const said = [
    words.ticketsSaid(countText(opened), open),
    ...(faultOurs > 0 ? [`${words.faultOurs(faultOurs)}${figureWords.stop}`] : []),
    ...(time === null ? [] : [`${words.time(aboutText(time.median))}${figureWords.stop}`]),
  ].join('');
  const bars = (rows: { id: string; name: string; n: number }[]) => (
    <Bars
      bars={rows
        .filter(({ n }) => n > 0)
        .sort((a, b) => b.n - a.n)
        .map(({ id, name, n }) => ({ id, name, value: n, text: countText(n) }))}
    />
  );
  return (
    <ChartCard id="tickets" title={words.tickets} sentence={opened === 0 ? words.ticketsNone : said}>
      {opened > 0 && (
        <View className="hr-data-block">
          <View className="hr-data-block-name">{words.kinds}</View>
          {bars(kinds.map(({ kind, n }) => ({ id: `kind-${kind}`, name: names.ticketKinds[kind], n })))}
        </View>
      )}
      {categories.some(({ n }) => n > 0) && (
        <View className="hr-data-block">
          <View className="hr-data-block-name">{words.categories}</View>
          {bars(
            categories.map(({ category, n }) => ({
              id: `category-${category}`,
              name: names.ticketCategories[category],
              n,
            })),
          )}
        </View>
      )}
    </ChartCard>
  );
}
