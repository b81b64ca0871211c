import { View } from '@tarojs/components';
import { Chip } from '../../../components/card.tsx';
import { Tap } from '../../../components/tap.tsx';
import { Bars } from '../../charts/bars.tsx';
import { ChartCard } from '../../charts/chart-card.tsx';
import { Histogram } from '../../charts/histogram.tsx';
import { figureWords } from '../../words.ts';
import { BreakdownCard } from '../breakdown-card.tsx';
import { byText, valueName } from '../name-text.ts';
import { aboutText, countText, minutesText, percentText } from '../number-text.ts';
import type { Opener } from '../opener.ts';
import { RateCard } from '../rate-card.tsx';
import type { NoShows } from '../shapes.ts';
import { casesText, groundsText, rateText } from '../share-text.ts';
import { TrendCard } from '../trend-card.tsx';

const words = figureWords.noShows;
type Props = { figures: NoShows; opener: Opener };

export function NoShowsSection({ figures, opener, ...longer }: Props & { onCoarser?(): void }) {
  const { rate, change, excused, trend, breakdowns } = figures;
  const said = rate.share === null ? '' : words.said(countText(rate.share.of), countText(rate.share.cases));
  return (
    <>
      <RateCard
        id="no-shows-rate"
        title={words.rate}
        figure={rate}
        unit="appointments"
        said={excused > 0 ? `${said}${words.excused(excused)}` : said}
        change={change}
        better="fell"
        onOpen={() => opener.open('appointments', { missed: 'yes' })}
      />
      <TrendCard
        id="no-shows-trend"
        title={words.trend}
        trend={trend}
        unit="appointments"
        {...longer}
        onOpen={(from, to) => opener.open('appointments', { missed: 'yes', from, to })}
      />
      <Handling figures={figures} opener={opener} />
      <Reasons figures={figures} opener={opener} />
      <Portrait figures={figures} opener={opener} />
      <BreakdownCard
        id="no-shows-by"
        title={words.breakdown}
        breakdowns={breakdowns}
        unit="appointments"
        overall={rate.share}
        opener={(by, group) => opener.group('appointments', by, group, { missed: 'yes' })}
      />
    </>
  );
}

function Reasons({ figures: { reasons }, opener }: Props) {
  const shown = reasons.filter(({ share }) => share !== null);
  return (
    <ChartCard id="no-shows-reasons" title={words.reasons} sentence={words.reasonsOf}>
      {shown.length === 0 ? (
        <View className="hr-quiet">{figureWords.tooFew}</View>
      ) : (
        <Bars
          ceiling={1}
          bars={shown.map(({ reason, share }) => ({
            id: `reason-${reason}`,
            name: figureWords.names.reasons[reason],
            value: share?.rate ?? null,
            text: rateText(share),
            ...(reason === 'unsaid' ? { tone: 'quiet' as const } : {}),
            ...(share === null ? {} : { low: share.low, high: share.high, note: groundsText(share, 'appointments') }),
            onTap: () => opener.open('appointments', { missed: 'yes', reason }),
          }))}
        />
      )}
    </ChartCard>
  );
}

function Handling({ figures: { handling }, opener }: Props) {
  const { time, missing, ranges, limit, within, over, waiting } = handling;
  const limitText = minutesText(limit);
  const name = (upTo: number | null, before: number | null) =>
    upTo === null ? words.beyond(minutesText(before ?? 0)) : words.upTo(minutesText(upTo));
  return (
    <ChartCard
      id="handling"
      title={words.handling}
      sentence={time === null ? words.handlingNone : words.handlingSaid(aboutText(time.median))}
      note={words.handlingRanges(limitText)}
    >
      <View className="hr-data-chips">
        {over > 0 && <Chip tone="amber">⚠ {words.alarm(over, limitText)}</Chip>}
        {waiting > 0 && <Chip tone="amber">⚠ {words.alarmWaiting(waiting)}</Chip>}
        {over === 0 && waiting === 0 && time !== null && <Chip tone="accent">✓ {words.inTime(limitText)}</Chip>}
      </View>
      {time === null ? (
        missing > 0 && <View className="hr-data-missing">{figureWords.missing(missing, 'appointments')}</View>
      ) : (
        <>
          {within !== null && (
            <View className="hr-data-said">
              {figureWords.aside(
                figureWords.overview.handlingOf(percentText(within.rate), limitText),
                groundsText(within, 'appointments'),
              )}
            </View>
          )}
          <Histogram
            id="handling-ranges"
            label={words.handlingRanges(limitText)}
            columns={ranges.map(({ upTo, n }, index) => {
              const before = ranges[index - 1]?.upTo ?? null;
              const late = upTo === null ? (before ?? 0) >= limit : upTo > limit;
              return {
                id: String(upTo),
                name: name(upTo, before),
                n,
                text: `${late && n > 0 ? '⚠' : ''}${countText(n)}`,
                tone: late ? ('amber' as const) : ('accent' as const),
              };
            })}
          />
        </>
      )}
      {over + waiting > 0 && (
        <Tap
          id="handling-people"
          className="hr-link"
          pressed="hr-link-pressed"
          onTap={() => opener.open('appointments', { missed: 'yes', overMinutes: limit })}
        >
          {figureWords.open}
        </Tap>
      )}
    </ChartCard>
  );
}

function Portrait({ figures: { portrait }, opener }: Props) {
  return (
    <ChartCard id="no-shows-portrait" title={words.portrait} sentence={words.portraitSaid}>
      {portrait.length === 0 && <View className="hr-quiet">{words.portraitNone}</View>}
      {portrait.length > 0 && (
        <Bars
          ceiling={1}
          bars={portrait.map(({ by, value, name, evidence }) => {
            const onTap = opener.group('appointments', by, { value, name }, { missed: 'yes' });
            return {
              id: `portrait-${by}-${value}`,
              name: figureWords.aside(valueName(by, value, name), byText({ by, name: null })),
              value: evidence.after.rate,
              low: evidence.after.low,
              high: evidence.after.high,
              text: percentText(evidence.after.rate),
              note: `${words.portraitRow(percentText(evidence.after.rate), percentText(evidence.before.rate))}${figureWords.comma}${casesText(evidence.after, 'appointments')}`,
              tone: 'amber' as const,
              ...(onTap === undefined ? {} : { onTap }),
            };
          })}
        />
      )}
    </ChartCard>
  );
}
