import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { MenuItem, Sheet } from '../../components/sheet.tsx';
import { Tap } from '../../components/tap.tsx';
import { Choices } from '../components/choices.tsx';
import { Switch } from '../components/switch.tsx';
import { ruleWords } from '../words.ts';
import { ConditionRow } from './condition-row.tsx';
import { conditionOn, put, type Rule, type RulesView } from './draft.ts';
import { factName } from './sentence.ts';
import './rule-form.scss';

/** As the contract has it. */
const mostConditions = 8;
const longestName = 60;

type Props = {
  rule: Rule;
  view: Pick<RulesView, 'facts' | 'conclusions'>;
  onChange(rule: Rule): void;
  onWrong(key: string, wrong: boolean): void;
};

/** What a rule says, to be changed: its conditions, what follows, and whether a person taps it. */
export function RuleForm({ rule, view, onChange, onWrong }: Props) {
  const words = ruleWords.editor;
  const { ruleId, when } = rule;
  /** The condition whose fact is being chosen; one past the last adds one. */
  const [choosing, setChoosing] = useState<number>();
  /** A name for each condition's row: one that goes takes its box with it, not its neighbour's. */
  const [names, setNames] = useState(() => when.map((_, i) => i));
  const fresh = Math.max(0, ...names) + 1;
  const hindrance = view.conclusions.find(({ conclusion }) => conclusion === rule.concludes)?.hindrance ?? null;
  const [first] = view.facts;
  const factOf = (name: string) =>
    view.facts.find(({ fact }) => fact === name) ?? (first && { ...first, fact: name, least: 0, most: 100 });
  const conclude = (concludes: Rule['concludes']) => {
    const held = view.conclusions.find((one) => one.conclusion === concludes)?.hindrance != null;
    onChange({ ...rule, concludes, mode: held ? 'propose' : rule.mode });
  };
  return (
    <View className="hr-rule-form">
      <View className="hr-quiet">{words.name}</View>
      <View className="hr-field">
        <Input
          id={`name-${ruleId}`}
          className="hr-rule-name-input"
          defaultValue={rule.name}
          maxlength={longestName}
          cursorSpacing={24}
          nativeProps={{ 'aria-label': words.name }}
          onInput={(event) => {
            const name = String(event.detail.value).trim();
            if (name !== '') onChange({ ...rule, name });
          }}
        />
      </View>
      <View className="hr-quiet hr-rule-part">{words.when}</View>
      {when.map((condition, i) => {
        const fact = factOf(condition.fact);
        const key = `${ruleId}-${names[i]}`;
        return (
          fact && (
            <ConditionRow
              key={key}
              id={`condition-${ruleId}-${i}`}
              condition={condition}
              fact={fact}
              only={when.length === 1}
              onFact={() => setChoosing(i)}
              onChange={(next) => onChange({ ...rule, when: put(when, i, next) })}
              onWrong={(wrong) => onWrong(key, wrong)}
              onRemove={() => {
                onWrong(key, false);
                setNames(names.filter((_, k) => k !== i));
                onChange({ ...rule, when: when.filter((_, k) => k !== i) });
              }}
            />
          )
        );
      })}
      {when.length < mostConditions && (
        <Tap
          id={`add-condition-${ruleId}`}
          className="hr-link"
          pressed="hr-link-pressed"
          onTap={() => setChoosing(when.length)}
        >
          + {words.addCondition}
        </Tap>
      )}
      <View className="hr-quiet hr-rule-part">{words.follows}</View>
      <Choices
        id={`then-${ruleId}`}
        label={words.follows}
        chosen={rule.concludes}
        options={view.conclusions.map(({ conclusion }) => ({ value: conclusion, name: words.to[conclusion] }))}
        onChoose={conclude}
      />
      {rule.concludes !== 'person' && (
        <>
          <View className="hr-quiet hr-rule-part">{words.modeLabel}</View>
          <Choices
            id={`mode-${ruleId}`}
            label={words.modeLabel}
            chosen={rule.mode}
            options={(hindrance === null ? (['propose', 'act'] as const) : (['propose'] as const)).map((mode) => ({
              value: mode,
              name: words.mode[mode],
            }))}
            onChoose={(mode) => onChange({ ...rule, mode })}
          />
          <View className="hr-rule-hint" id={`mode-hint-${ruleId}`}>
            {hindrance === null ? words.modeHint[rule.mode] : words.hindrance[hindrance]}
          </View>
        </>
      )}
      <Switch
        id={`notify-${ruleId}`}
        on={rule.notify === true}
        label={words.notify}
        text={words.notify}
        onChange={(notify) => onChange({ ...rule, notify })}
      />
      <Sheet
        open={choosing !== undefined}
        id="fact-sheet"
        title={words.chooseFact}
        onClose={() => setChoosing(undefined)}
      >
        {view.facts.map((fact) => (
          <MenuItem
            key={fact.fact}
            id={`fact-${fact.fact}`}
            onTap={() => {
              const at = choosing ?? when.length;
              onWrong(`${ruleId}-${names[at]}`, false);
              setNames(put(names, at, fresh));
              onChange({ ...rule, when: put(when, at, conditionOn(fact)) });
              setChoosing(undefined);
            }}
          >
            {factName(ruleWords, fact.fact)}
          </MenuItem>
        ))}
      </Sheet>
    </View>
  );
}
