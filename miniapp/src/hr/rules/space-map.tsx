import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Tap } from '../../components/tap.tsx';
import { ruleWords } from '../words.ts';
import type { Fact, Judged, Rule } from './draft.ts';
import { areaText, factName, ruleName } from './sentence.ts';
import './outcome-colours.scss';
import './space-map.scss';

type SpaceMap = NonNullable<Judged['map']>;
type Field = SpaceMap['fields'][number];
type Props = { map: SpaceMap; rules: Rule[]; facts: Fact[] };

/** Rows of the picture are as high as a finger needs. */
const rowHeight = 44;

/** Which rule decides where, over all there is; a tap says it in words. */
export function SpaceMapView({ map, rules, facts }: Props) {
  const words = ruleWords.editor;
  const [chosen, setChosen] = useState<string>();
  const across = facts.find(({ fact }) => fact === map.x) ?? { least: 0, most: 100, step: 1 };
  const width = across.most - across.least + across.step;
  const levels = [...new Set(map.fields.map(({ y }) => y?.from ?? 0))].sort((a, b) => b - a);
  const ticks = [...new Set(map.fields.map(({ x }) => x.from))].sort((a, b) => a - b);
  const said = map.fields.find((field) => keyOf(field) === chosen);
  return (
    <View className="hr-map" id="rule-map">
      {levels.map((level) => (
        <View key={level} className="hr-map-row" style={{ height: `${rowHeight}px` }}>
          {map.y !== null && (
            <Text className="hr-map-y">
              {bandShort(map.fields.find(({ y }) => y?.from === level)?.y ?? null, map.y)}
            </Text>
          )}
          <View className="hr-map-fields">
            {map.fields
              .filter(({ y }) => (y?.from ?? 0) === level)
              .sort((a, b) => a.x.from - b.x.from)
              .map((field) => (
                <View
                  key={keyOf(field)}
                  className="hr-map-place"
                  style={{ width: `${(100 * (field.x.to - field.x.from + across.step)) / width}%` }}
                >
                  <Tap
                    id={`field-${keyOf(field).replace(' ', '-')}`}
                    className={`hr-map-field ${lookOf(field, rules)} ${field.deciders.length > 1 ? 'hr-map-long' : ''} ${keyOf(field) === chosen ? 'hr-map-chosen' : ''}`}
                    pressed="hr-link-pressed"
                    label={sentenceOf(field, rules, facts)}
                    onTap={() => setChosen(keyOf(field) === chosen ? undefined : keyOf(field))}
                  >
                    {shortOf(field, rules)}
                  </Tap>
                </View>
              ))}
          </View>
        </View>
      ))}
      <View className="hr-map-ticks">
        {ticks.map((tick) => (
          <Text key={tick} className="hr-map-tick" style={{ left: `${(100 * (tick - across.least)) / width}%` }}>
            {tick}
          </Text>
        ))}
      </View>
      <View className="hr-quiet">
        {map.y === null
          ? factName(ruleWords, map.x)
          : words.mapOf(factName(ruleWords, map.x), factName(ruleWords, map.y))}
      </View>
      {map.hidden.length > 0 && (
        <View className="hr-quiet">
          {words.mapHidden(map.hidden.map((fact) => factName(ruleWords, fact)).join(words.list))}
        </View>
      )}
      <View className="hr-map-legend">
        <View className="hr-map-sample hr-map-gap" />
        <Text>{words.legendGap}</Text>
        <View className="hr-map-sample hr-map-several" />
        <Text>{words.legendSeveral}</Text>
      </View>
      {said && (
        <View className="hr-map-said" id="field-said">
          {sentenceOf(said, rules, facts)}
        </View>
      )}
    </View>
  );
}

const keyOf = ({ x, y }: Field): string => `${x.from} ${y?.from ?? 0}`;

const bandShort = (band: Field['y'], fact: string): string => {
  if (band === null) return '';
  if (fact === 'source') return ruleWords.sources[band.from] ?? '';
  return band.from === band.to ? String(band.from) : `${band.from}–${band.to}`;
};

/** Numbers of the rules that decide there. */
const shortOf = ({ deciders }: Field, rules: Rule[]): string =>
  deciders
    .map((one) => (one === null ? ruleWords.editor.nobody : rules.findIndex(({ ruleId }) => ruleId === one) + 1))
    .join('/');

function lookOf({ deciders, several }: Field, rules: Rule[]): string {
  const [first] = deciders;
  const rule = rules.find(({ ruleId }) => ruleId === first);
  const open = deciders.includes(null);
  return [rule && !open ? `hr-as-${rule.concludes}` : '', open ? 'hr-map-gap' : '', several ? 'hr-map-several' : '']
    .filter(Boolean)
    .join(' ');
}

/** 「AI 综合分 80–89 且 文化匹配 4–5：规则 2」 */
function sentenceOf({ x, y, deciders, several }: Field, rules: Rule[], facts: Fact[]): string {
  const words = ruleWords.editor;
  const who = deciders.map((one) => (one === null ? words.legendGap : ruleName(ruleWords, rules, one)));
  const where = areaText(ruleWords, y === null ? [x] : [x, y], facts);
  const said = words.decides(where, who.join(words.either));
  return several ? `${said} · ${words.legendSeveral}` : said;
}
