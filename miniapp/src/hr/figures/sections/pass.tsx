import { View } from '@tarojs/components';
import { Bars } from '../../charts/bars.tsx';
import { ChartCard, ChartSkeleton } from '../../charts/chart-card.tsx';
import { figureWords } from '../../words.ts';
import { BreakdownCard } from '../breakdown-card.tsx';
import { valueName } from '../name-text.ts';
import { countText, percentText } from '../number-text.ts';
import type { Opener } from '../opener.ts';
import { Part } from '../part.tsx';
import { RateCard } from '../rate-card.tsx';
import type { PassRates, Scores, Share } from '../shapes.ts';
import { casesText, figureText, groundsText, shareText } from '../share-text.ts';
import { TrendCard } from '../trend-card.tsx';
import type { Shown } from '../use-shown.ts';

const words = figureWords.pass;
type Props = { figures: PassRates; scores: Shown<Scores>; opener: Opener };

export function PassSection({ figures, scores, opener, ...longer }: Props & { onCoarser?(): void }) {
  const { rate, trend, positions, breakdowns } = figures;
  return (
    <>
      <RateCard
        id="pass-rate"
        title={words.rate}
        figure={rate}
        unit="interviews"
        said={
          rate.share === null ? words.said : `${words.said}${casesText(rate.share, 'interviews')}${figureWords.stop}`
        }
        onOpen={() => opener.open('endings', { passed: 'yes' })}
      />
      <TrendCard
        id="pass-trend"
        title={words.trend}
        trend={trend}
        unit="interviews"
        {...longer}
        onOpen={(from, to) => opener.open('endings', { passed: 'yes', from, to })}
      />
      <ChartCard id="pass-positions" title={words.positions} note={figureWords.readInterval}>
        {positions.length === 0 && <View className="hr-quiet">{figureWords.nobody}</View>}
        <Bars
          ceiling={1}
          {...(rate.share === null
            ? {}
            : {
                reference: {
                  value: rate.share.rate,
                  name: figureWords.noShows.overall(percentText(rate.share.rate)),
                },
              })}
          bars={positions.map(({ positionId, title, department, ended, pass }) => ({
            id: `pass-${positionId}`,
            name: words.position(title, department),
            value: pass.share?.rate ?? null,
            text: ended === null ? figureWords.hidden : figureText(pass, 'interviews'),
            ...(pass.share === null
              ? {}
              : {
                  low: pass.share.low,
                  high: pass.share.high,
                  note: groundsText(pass.share, 'interviews'),
                  onTap: () => opener.open('endings', { passed: 'yes', positionId }),
                }),
          }))}
        />
      </ChartCard>
      <Part of={scores} skeleton={<ChartSkeleton tall />}>
        {(value) => <ScoreCard figures={value} opener={opener} />}
      </Part>
      <BreakdownCard
        id="pass-by"
        title={words.breakdown}
        breakdowns={breakdowns}
        unit="interviews"
        overall={rate.share}
        opener={(by, group) => opener.group('endings', by, group, { passed: 'yes' })}
      />
    </>
  );
}

/** The score against what came of it: being hired first, as that is known soonest. */
function ScoreCard({ figures: { bands, missingOutcomes }, opener }: { figures: Scores; opener: Opener }) {
  const outcomes = bands.some(({ retained }) => retained !== null);
  return (
    <ChartCard
      id="scores"
      title={words.scores}
      sentence={words.scoresSaid}
      note={missingOutcomes > 0 ? words.missingOutcomes(missingOutcomes) : figureWords.readInterval}
      table={{
        head: [words.band, words.passed, words.hired, ...(outcomes ? [words.retained, words.performance] : [])],
        rows: bands.map(({ band, hidden, passed, hired, retained, performance }) => [
          valueName('score_band', band),
          ...(hidden ? [figureWords.hidden, figureWords.none] : [shareText(passed), shareText(hired)]),
          ...(outcomes
            ? [
                shareText(retained),
                performance === null
                  ? figureWords.none
                  : figureWords.aside(performance.mean.toFixed(1), countText(performance.n)),
              ]
            : []),
        ]),
      }}
    >
      {(['passed', 'hired', ...(outcomes ? (['retained'] as const) : [])] as const).map((what) => (
        <View key={what} className="hr-data-block">
          <View className="hr-data-block-name">{words[what]}</View>
          <Bars
            top={1}
            bars={bands.map((one) => ({
              id: `score-${what}-${one.band}`,
              name: valueName('score_band', one.band),
              value: one.hidden ? null : (one[what]?.rate ?? null),
              text: textOf(one.hidden, one[what]),
              ...(one.hidden || one[what] === null
                ? {}
                : {
                    low: one[what].low,
                    high: one[what].high,
                    note: groundsText(one[what], 'people'),
                    onTap: () => opener.open('endings', { dimension: 'score_band', value: one.band }),
                  }),
            }))}
          />
        </View>
      ))}
    </ChartCard>
  );
}

function textOf(hidden: boolean, share: Share | null): string {
  if (hidden) return figureWords.hidden;
  return share === null ? figureWords.tooFew : percentText(share.rate);
}
