import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Bars } from '../../charts/bars.tsx';
import { ChartCard } from '../../charts/chart-card.tsx';
import { Funnel } from '../../charts/funnel.tsx';
import { Choices } from '../../components/choices.tsx';
import { figureWords } from '../../words.ts';
import { BreakdownCard } from '../breakdown-card.tsx';
import { aboutText, countText, minutesText, percentText } from '../number-text.ts';
import type { Opener } from '../opener.ts';
import type { FunnelFigures } from '../shapes.ts';
import { groundsText, rangeText, shareText } from '../share-text.ts';

const words = figureWords.funnel;
const { names } = figureWords;
type Props = { figures: FunnelFigures; opener: Opener };

export function FunnelSection({ figures, opener }: Props) {
  const { steps, breakdowns, missing } = figures;
  const ended = steps.find(({ step }) => step === 'ended')?.ofInvited ?? null;
  return (
    <>
      <ChartCard
        id="funnel"
        title={words.title}
        sentence={words.said}
        table={{
          head: [words.step, figureWords.unit('people'), figureWords.rate],
          rows: steps.map(({ step, n, ofInvited }) => [names.steps[step], countText(n), shareText(ofInvited)]),
        }}
      >
        {missing > 0 ? (
          <View className="hr-data-missing">{figureWords.missing(missing, 'people')}</View>
        ) : (
          <Funnel
            label={words.title}
            steps={steps.map(({ step, n, ofInvited }, index) => {
              const before = steps[index - 1]?.n ?? 0;
              return {
                id: `step-${step}`,
                name: names.steps[step],
                n,
                text:
                  ofInvited === null || index === 0
                    ? figureWords.count(countText(n), 'people')
                    : `${figureWords.count(countText(n), 'people')} · ${percentText(ofInvited.rate)}`,
                ...(index === 0 || before === 0 ? {} : { between: words.kept(percentText(n / before), before - n) }),
                onTap: () => opener.open('invitations', { reached: step }),
              };
            })}
          />
        )}
      </ChartCard>
      <Lost figures={figures} opener={opener} />
      <Stages figures={figures} />
      <DropOff figures={figures} />
      <BreakdownCard
        id="funnel-by"
        title={words.breakdown}
        breakdowns={breakdowns}
        unit="people"
        overall={ended}
        opener={(by, group) => opener.group('invitations', by, group, { reached: 'ended' })}
      />
    </>
  );
}

function Lost({ figures: { lost }, opener }: Props) {
  const shown = lost.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
  return (
    <ChartCard id="funnel-lost" title={words.lost}>
      {shown.length === 0 ? (
        <View className="hr-quiet">{words.lostNone}</View>
      ) : (
        <Bars
          bars={shown.map(({ why, n }) => ({
            id: `lost-${why}`,
            name: names.losses[why],
            value: n,
            text: figureWords.count(countText(n), 'people'),
            onTap: () => opener.open('invitations', { lost: why }),
          }))}
        />
      )}
    </ChartCard>
  );
}

const Stages = ({ figures: { stages } }: Pick<Props, 'figures'>) => (
  <ChartCard id="funnel-stages" title={words.stages} sentence={words.stagesSaid}>
    {stages.map(({ stage, entered, waiting, movedOn, time }) => (
      <View key={stage} id={`stage-${stage}`} className="hr-data-row">
        <View className="hr-data-row-line">
          <Text className="hr-data-row-name">{names.stages[stage]}</Text>
          <Text className="hr-data-row-value">
            {time === null ? figureWords.tooFew : words.half(aboutText(time.median))}
          </Text>
        </View>
        <View className="hr-quiet">
          {[
            words.stage(countText(entered), waiting),
            ...(movedOn === null
              ? []
              : [figureWords.aside(words.moved(percentText(movedOn.rate)), rangeText(movedOn))]),
          ].join(figureWords.comma)}
        </View>
      </View>
    ))}
  </ChartCard>
);

function DropOff({ figures: { stages } }: Pick<Props, 'figures'>) {
  const known = stages.filter(({ dropOff }) => dropOff.some(({ lost }) => lost !== null));
  const [wanted, setWanted] = useState<string>();
  const shown = known.find(({ stage }) => stage === wanted) ?? known[0];
  const name = (from: number, to: number | null) => {
    if (to === null) return words.waitedOver(minutesText(from));
    return from === 0 ? words.waitedTo(minutesText(to)) : words.waited(minutesText(from), minutesText(to));
  };
  return (
    <ChartCard
      id="funnel-drop-off"
      title={words.dropOff}
      sentence={words.dropOffSaid}
      {...(shown === undefined ? {} : { note: figureWords.readInterval })}
    >
      {shown === undefined ? (
        <View className="hr-quiet">{words.dropOffNone}</View>
      ) : (
        <>
          <View className="hr-data-by">
            <Choices<string>
              id="drop-off-stage"
              label={words.stages}
              options={known.map(({ stage }) => ({ value: stage, name: names.stages[stage] }))}
              chosen={shown.stage}
              onChoose={setWanted}
            />
          </View>
          <Bars
            ceiling={1}
            bars={shown.dropOff.map(({ from, to, lost }) => ({
              id: `drop-off-${shown.stage}-${from}`,
              name: name(from, to),
              value: lost?.rate ?? null,
              text: lost === null ? figureWords.tooFew : percentText(lost.rate),
              ...(lost === null ? {} : { low: lost.low, high: lost.high, note: groundsText(lost, 'people') }),
            }))}
          />
        </>
      )}
    </ChartCard>
  );
}
