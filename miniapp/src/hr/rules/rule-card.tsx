import { Text, View } from '@tarojs/components';
import { Tap } from '../../components/tap.tsx';
import { Switch } from '../components/switch.tsx';
import { ruleWords } from '../words.ts';
import type { Rule, RulesView } from './draft.ts';
import { RuleForm } from './rule-form.tsx';
import { ruleSentence } from './sentence.ts';
import './outcome-colours.scss';
import './rule-card.scss';

type Props = {
  rule: Rule;
  /** From 0. */
  place: number;
  last: boolean;
  open: boolean;
  view: Pick<RulesView, 'facts' | 'conclusions'>;
  onOpen(): void;
  onMove(by: 1 | -1): void;
  onChange(rule: Rule): void;
  onWrong(key: string, wrong: boolean): void;
  onRemove(): void;
};

/** A rule as a sentence, with its place in the order; opened, everything of it can be changed. */
export function RuleCard({ rule, place, last, open, view, onOpen, onMove, onChange, onWrong, onRemove }: Props) {
  const words = ruleWords.editor;
  const { ruleId, on, mode, concludes } = rule;
  const n = place + 1;
  return (
    <View className={on ? 'hr-card hr-rule' : 'hr-card hr-rule hr-rule-off'} id={`rule-${ruleId}`}>
      <View className="hr-rule-head">
        <View className={`hr-rule-number hr-as-${concludes}`}>{n}</View>
        <View className="hr-rule-says">
          <View className="hr-rule-sentence">{ruleSentence(ruleWords, rule)}</View>
          <View className="hr-rule-name">
            {rule.name}
            {concludes !== 'person' && (
              <Text className={mode === 'act' ? 'hr-rule-mode hr-rule-acts' : 'hr-rule-mode'}>{words.mode[mode]}</Text>
            )}
          </View>
        </View>
      </View>
      <View className="hr-rule-tools">
        <Switch
          id={`on-${ruleId}`}
          on={on}
          label={words.switchLabel(n)}
          text={on ? words.on : words.off}
          onChange={(wanted) => onChange({ ...rule, on: wanted })}
        />
        <View className="hr-rule-space" />
        <Tap
          id={`up-${ruleId}`}
          className={place === 0 ? 'hr-rule-icon hr-rule-stuck' : 'hr-rule-icon'}
          pressed="hr-link-pressed"
          label={words.up(n)}
          off={place === 0}
          onTap={() => onMove(-1)}
        >
          ↑
        </Tap>
        <Tap
          id={`down-${ruleId}`}
          className={last ? 'hr-rule-icon hr-rule-stuck' : 'hr-rule-icon'}
          pressed="hr-link-pressed"
          label={words.down(n)}
          off={last}
          onTap={() => onMove(1)}
        >
          ↓
        </Tap>
        <Tap id={`edit-${ruleId}`} className="hr-link hr-rule-word" pressed="hr-link-pressed" onTap={onOpen}>
          {open ? words.done : words.edit}
        </Tap>
        <Tap id={`remove-${ruleId}`} className="hr-link hr-rule-word" pressed="hr-link-pressed" onTap={onRemove}>
          {words.remove}
        </Tap>
      </View>
      {open && <RuleForm rule={rule} view={view} onChange={onChange} onWrong={onWrong} />}
    </View>
  );
}
