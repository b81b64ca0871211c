import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { Query } from '#shared/contract/operations.ts';
import { comparedMeasures } from '#shared/figures/names.ts';
import { call, serverTime } from '../../../api/call.ts';
import { Page } from '../../../components/page.tsx';
import { ChartSkeleton } from '../../charts/chart-card.tsx';
import { Choices } from '../../components/choices.tsx';
import { Fact } from '../../components/fact.tsx';
import { LineField } from '../../components/line-field.tsx';
import { HelpEntry } from '../../help/help-entry.tsx';
import { figureWords } from '../../words.ts';
import { dayAt, daysAfter, isDay } from '../days.ts';
import { keepAddress } from '../keep-address.ts';
import { Part } from '../part.tsx';
import { compareUrl } from '../urls.ts';
import { useParams } from '../use-params.ts';
import { usePositions } from '../use-positions.ts';
import { useShown } from '../use-shown.ts';
import { ChangeList } from './change-list.tsx';
import { Result } from './result.tsx';
import '../../styles/page.scss';
import '../index.scss';
import './index.scss';

const words = figureWords.compare;
type Asked = Query<'figures.compare'>;
const spans = [30, 60, 90, 180] as const;

function read(params: Partial<Record<string, string>>, today: string): Asked {
  const at = params['at'];
  return {
    measure: comparedMeasures.find((one) => one === params['measure']) ?? 'no_show',
    at: at !== undefined && isDay(at) && at <= today ? at : daysAfter(today, -30),
    days: spans.find((one) => String(one) === params['days']) ?? 30,
    ...(params['department'] ? { department: params['department'] } : {}),
    ...(params['positionId']?.startsWith('pos_') ? { positionId: params['positionId'] } : {}),
  };
}

const queryOf = (asked: Asked): string =>
  Object.entries(asked)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');

/** Did a change help? A figure before and after a day, with the interval of the difference. */
function ComparePage() {
  const params = useParams();
  const today = dayAt(serverTime.now());
  const [asked, setAsked] = useState<Asked>(() => read(params, today));
  const [typed, setTyped] = useState(asked.at);
  /** The box begins anew where a change was tapped. */
  const [round, setRound] = useState(0);
  const compared = useShown(() => call('figures.compare', { query: asked }), JSON.stringify(asked));
  const changes = useShown(() => call('figures.changes'), 'once');
  const positions = usePositions();
  const position = positions.find(({ positionId }) => positionId === asked.positionId);
  useEffect(() => keepAddress(compareUrl(queryOf(asked))), [asked]);
  const set = (change: Partial<Asked>) => setAsked((before) => ({ ...before, ...change }));
  const wrong = !isDay(typed) || typed > today;
  const type = (text: string) => {
    setTyped(text);
    if (isDay(text) && text <= today) set({ at: text });
  };
  return (
    <Page wide className="hr-page">
      <View className="hr-data">
        <View className="hr-data-head">
          <Text className="hr-data-title">{words.title}</Text>
          <HelpEntry page="figures" />
        </View>
        <View className="hr-quiet">
          {[words.what, asked.department, position?.title].filter((one) => one !== undefined).join(' · ')}
        </View>
        <View className="hr-compare">
          <View className="hr-card hr-padded hr-compare-ask">
            <Fact label={words.measure}>
              <Choices
                id="measure"
                label={words.measure}
                options={comparedMeasures.map((value) => ({ value, name: figureWords.names.measures[value] }))}
                chosen={asked.measure}
                onChoose={(measure) => set({ measure })}
              />
            </Fact>
            <Fact label={words.at}>
              <LineField
                key={`at-${round}`}
                id="compare-at"
                label={words.at}
                placeholder={figureWords.filter.day}
                text={typed}
                longest={10}
                onText={type}
              />
              {wrong && <View className="hr-data-wrong">{words.wrong}</View>}
            </Fact>
            <Fact label={words.changes}>
              <Part of={changes} skeleton={<View className="hr-compare-ghost" />}>
                {({ changes: all }) => (
                  <ChangeList
                    changes={all}
                    chosen={asked.at}
                    onChoose={(date) => {
                      type(date);
                      setRound(round + 1);
                    }}
                  />
                )}
              </Part>
            </Fact>
            <Fact label={words.days}>
              <Choices<number>
                id="compare-days"
                label={words.days}
                options={spans.map((value) => ({ value, name: words.daysOf(value) }))}
                chosen={asked.days ?? 30}
                onChoose={(days) => set({ days })}
              />
            </Fact>
          </View>
          <View className="hr-compare-result">
            <Part of={compared} skeleton={<ChartSkeleton tall />}>
              {(value) => <Result compared={value} />}
            </Part>
          </View>
        </View>
      </View>
    </Page>
  );
}

export default ComparePage;
