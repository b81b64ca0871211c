import { Text, View } from '@tarojs/components';
import { ruleWords } from '../words.ts';
import type { Draft } from './draft.ts';
import { ruleSentence } from './sentence.ts';
import './outcome-colours.scss';
import './rule-card.scss';

const words = ruleWords.editor;

/** The rules in their order, for who looks and changes nothing. */
export const RulesRead = ({ draft }: { draft: Draft }) => (
  <View id="rules-read">
    {draft.rules.length === 0 && <View className="hr-card hr-padded hr-quiet">{words.noRules}</View>}
    {draft.rules.map((rule, i) => (
      <View
        key={rule.ruleId}
        id={`rule-${rule.ruleId}`}
        className={`hr-card hr-rule hr-rule-read ${rule.on ? '' : 'hr-rule-off'}`}
      >
        <View className="hr-rule-head">
          <View className={`hr-rule-number hr-as-${rule.concludes}`}>{i + 1}</View>
          <View className="hr-rule-says">
            <View className="hr-rule-sentence">{ruleSentence(ruleWords, rule)}</View>
            <View className="hr-rule-name">
              {rule.name}
              <Text className={rule.on && rule.mode === 'act' ? 'hr-rule-mode hr-rule-acts' : 'hr-rule-mode'}>
                {rule.on ? (rule.concludes === 'person' ? words.on : words.mode[rule.mode]) : words.off}
              </Text>
            </View>
          </View>
        </View>
      </View>
    ))}
    <View className="hr-card hr-padded hr-rules-wait">
      <View>{words.wait}</View>
      <View className="hr-quiet hr-tabular">{words.waitOf(draft.waitHours)}</View>
    </View>
  </View>
);
