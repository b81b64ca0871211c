import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import type { CountedUnit } from '#shared/copy/zh/figures.ts';
import { Bars } from '../../charts/bars.tsx';
import { Funnel } from '../../charts/funnel.tsx';
import { Trend } from '../../charts/trend.tsx';
import { paperDate } from '../../print/paper-date.ts';
import { figureWords } from '../../words.ts';
import { quarterText, shortDay, spanText } from '../day-text.ts';
import type { Quarter } from '../days.ts';
import { hintAdvice, hintEvidence, hintKey, hintTitle } from '../hints/hint-text.ts';
import { aboutText, countText, minutesText, percentText, yuanText } from '../number-text.ts';
import type { Change, Figure, Review, TrendPart } from '../shapes.ts';
import { changeText, figureText, groundsText, rateText } from '../share-text.ts';
import './paper.scss';

const words = figureWords.review;
const { names, sections } = figureWords;
type Props = { review: Review; quarter: Quarter; soFar: boolean };

/** A quarter on paper; on the screen it looks the same. */
export function Paper({ review, quarter, soFar }: Props) {
  const { company, madeAt, noShows, funnel, passRates, satisfaction, reminders, status, attrition, hints } = review;
  const { handling } = noShows;
  return (
    <View className="hr-paper">
      <View className="hr-paper-head">
        <View className="hr-paper-kicker">
          {company} · {spanText(noShows.period.from, noShows.period.to)}
        </View>
        <View className="hr-paper-title">
          {words.printTitle} · {quarterText(quarter)}
        </View>
        {soFar && <View className="hr-paper-so-far">{words.soFar}</View>}
      </View>
      <View className="hr-paper-headline">
        <Headline
          name={figureWords.overview.noShows}
          figure={noShows.rate}
          unit="appointments"
          change={noShows.change}
        />
        <View className="hr-paper-figure">
          <Text className="hr-paper-kicker">{figureWords.overview.handling}</Text>
          <Text className="hr-paper-value">
            {handling.time === null ? figureWords.tooFew : aboutText(handling.time.median)}
          </Text>
          <Text className="hr-paper-kicker">
            {handling.within === null
              ? ''
              : figureWords.overview.handlingOf(percentText(handling.within.rate), minutesText(handling.limit))}
          </Text>
        </View>
        <Headline name={figureWords.overview.pass} figure={passRates.rate} unit="interviews" />
        <Headline
          name={figureWords.overview.satisfaction}
          figure={satisfaction.satisfied}
          unit="answers"
          change={satisfaction.change}
        />
        <Headline name={figureWords.overview.reminders} figure={reminders.reached} unit="reminders" />
        <Headline name={figureWords.overview.status} figure={status.rate} unit="checks" />
      </View>
      <Section title={sections.no_shows}>
        <Line trend={noShows.trend} name={figureWords.noShows.rate} />
        <View className="hr-paper-name">{figureWords.noShows.reasons}</View>
        <Bars
          ceiling={1}
          bars={noShows.reasons
            .filter(({ share }) => share !== null)
            .map(({ reason, share }) => ({
              id: `paper-${reason}`,
              name: names.reasons[reason],
              value: share?.rate ?? null,
              text: rateText(share),
              ...(share === null ? {} : { low: share.low, high: share.high, note: groundsText(share, 'appointments') }),
            }))}
        />
      </Section>
      <Section title={sections.funnel}>
        {funnel.missing > 0 ? (
          <View>{figureWords.missing(funnel.missing, 'people')}</View>
        ) : (
          <Funnel
            label={figureWords.funnel.title}
            steps={funnel.steps.map(({ step, n, ofInvited }) => ({
              id: `paper-step-${step}`,
              name: names.steps[step],
              n,
              text:
                ofInvited === null
                  ? figureWords.count(countText(n), 'people')
                  : `${figureWords.count(countText(n), 'people')} · ${percentText(ofInvited.rate)}`,
            }))}
          />
        )}
      </Section>
      <Section title={sections.pass}>
        <Line trend={passRates.trend} name={figureWords.pass.rate} />
        <Bars
          ceiling={1}
          bars={passRates.positions.map(({ positionId, title, department, ended, pass }) => ({
            id: `paper-${positionId}`,
            name: figureWords.pass.position(title, department),
            value: pass.share?.rate ?? null,
            text: ended === null ? figureWords.hidden : figureText(pass, 'interviews'),
            ...(pass.share === null
              ? {}
              : { low: pass.share.low, high: pass.share.high, note: groundsText(pass.share, 'interviews') }),
          }))}
        />
      </Section>
      <Section title={sections.satisfaction}>
        <Line trend={satisfaction.trend} name={figureWords.satisfaction.rate} />
        <View>
          {satisfaction.ratings
            .map(
              ({ of, mean, missing, n }) =>
                `${names.rated[of]} ${mean === null ? figureWords.missing(missing, 'answers') : figureWords.aside(figureWords.satisfaction.mean(mean.toFixed(1)), figureWords.count(countText(n), 'answers'))}`,
            )
            .join(' · ')}
        </View>
        <View className="hr-paper-kicker">
          {figureWords.satisfaction.ticketsSaid(countText(satisfaction.tickets.opened), satisfaction.tickets.open)}
        </View>
      </Section>
      <Section title={sections.reminders}>
        <View>
          {reminders.channels
            .map(({ channel, tried, sent }) => `${names.channels[channel]} ${countText(tried)} · ${rateText(sent)}`)
            .join(figureWords.list)}
        </View>
      </Section>
      <Section title={`${sections.status} · ${sections.attrition}`}>
        <View>{figureWords.status.said(countText(status.checked), countText(status.drifted))}</View>
        <View>
          {attrition.leavers === null || attrition.cost === null
            ? figureWords.attrition.unknown
            : `${figureWords.attrition.said(attrition.leavers, countText(attrition.known))}${figureWords.attrition.total} ${yuanText(attrition.cost)}${figureWords.stop}`}
        </View>
      </Section>
      {hints.length > 0 && (
        <Section title={figureWords.hints.title}>
          {hints.map((hint) => (
            <View key={hintKey(hint)} className="hr-paper-hint">
              <View className="hr-paper-name">{hintTitle(hint)}</View>
              <View className="hr-paper-kicker">{hintEvidence(hint)}</View>
              <View>{hintAdvice(hint)}</View>
            </View>
          ))}
        </Section>
      )}
      <View className="hr-paper-foot">
        {words.method} {words.confidential} · {company} · {words.made(paperDate(madeAt))}
      </View>
    </View>
  );
}

const Section = ({ title, children }: PropsWithChildren<{ title: string }>) => (
  <View className="hr-paper-section">
    <View className="hr-paper-section-title">{title}</View>
    {children}
  </View>
);

type HeadlineProps = { name: string; figure: Figure; unit: CountedUnit; change?: Change | null };
const Headline = ({ name, figure, unit, change = null }: HeadlineProps) => (
  <View className="hr-paper-figure">
    <Text className="hr-paper-kicker">{name}</Text>
    <Text className={figure.share === null ? 'hr-paper-kicker' : 'hr-paper-value'}>{figureText(figure, unit)}</Text>
    {figure.share !== null && <Text className="hr-paper-kicker">{groundsText(figure.share, unit)}</Text>}
    {change !== null && (
      <Text className="hr-paper-kicker">
        {changeText(change)}
        {figureWords.comma}
        {words.before(percentText(change.before.rate))}
      </Text>
    )}
  </View>
);

const Line = ({ trend, name }: { trend: TrendPart[]; name: string }) => (
  <View className="hr-paper-trend">
    <View className="hr-paper-name">{name}</View>
    <Trend
      label={name}
      ceiling={1}
      form={percentText}
      points={trend.map(({ from, share }) => ({
        id: from,
        name: shortDay(from),
        value: share?.rate ?? null,
        ...(share === null ? {} : { low: share.low, high: share.high }),
      }))}
    />
  </View>
);
