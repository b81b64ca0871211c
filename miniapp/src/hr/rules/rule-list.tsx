import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { MenuItem, Sheet } from '../../components/sheet.tsx';
import { Tap } from '../../components/tap.tsx';
import { useWide } from '../use-wide.ts';
import { ruleWords } from '../words.ts';
import { changed, conditionOn, moved, newRuleId, type Rule, type RulesView } from './draft.ts';
import { RuleCard } from './rule-card.tsx';
import { ruleSentence } from './sentence.ts';
import { keepFocusOn, useRuleKeys } from './use-rule-keys.ts';

/** As the contract has it. */
const mostRules = 30;

type Props = {
  rules: Rule[];
  view: RulesView;
  onRules(change: (rules: Rule[]) => Rule[]): void;
  onWrong(key: string, wrong: boolean): void;
  onGone(ruleId: string): void;
};

/** The rules in their order: opened, moved, added, taken away and brought back. */
export function RuleList({ rules, view, onRules, onWrong, onGone }: Props) {
  const words = ruleWords.editor;
  const wide = useWide();
  const [open, setOpen] = useState<string>();
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<{ rule: Rule; at: number }>();
  const at = rules.findIndex(({ ruleId }) => ruleId === open);
  const latest = useRef({ at, onRules });
  latest.current = { at, onRules };
  const moveOpen = useRef((by: 1 | -1) => latest.current.onRules((all) => moved(all, latest.current.at, by)));
  useRuleKeys(open !== undefined, moveOpen.current);

  function add(rule: Rule): void {
    const fresh = { ...rule, ruleId: newRuleId(rules, serverTime.now()) };
    onRules((all) => [...all, fresh]);
    setOpen(fresh.ruleId);
    setAdding(false);
    setRemoved(undefined);
  }
  const [first] = view.facts;
  const empty = first && {
    ruleId: '',
    name: words.emptyName,
    when: [conditionOn(first)],
    concludes: 'person' as const,
    mode: 'propose' as const,
    on: true,
  };
  return (
    <>
      {rules.length === 0 && <View className="hr-card hr-padded hr-quiet">{words.noRules}</View>}
      {rules.map((rule, i) => (
        <RuleCard
          key={rule.ruleId}
          rule={rule}
          place={i}
          last={i === rules.length - 1}
          open={rule.ruleId === open}
          view={view}
          onOpen={() => setOpen(rule.ruleId === open ? undefined : rule.ruleId)}
          onMove={(by) => {
            onRules((all) => moved(all, i, by));
            keepFocusOn(`${by === 1 ? 'down' : 'up'}-${rule.ruleId}`);
          }}
          onChange={(next) => onRules((all) => changed(all, next))}
          onWrong={onWrong}
          onRemove={() => {
            setRemoved({ rule, at: i });
            onGone(rule.ruleId);
            onRules((all) => all.filter(({ ruleId }) => ruleId !== rule.ruleId));
          }}
        />
      ))}
      {removed && (
        <View className="hr-removed" id="removed" {...aria({ role: 'status' })}>
          <Text className="hr-removed-text">{words.removed(removed.rule.name)}</Text>
          <Tap
            id="undo-remove"
            className="hr-link"
            pressed="hr-link-pressed"
            onTap={() => {
              onRules((all) => [...all.slice(0, removed.at), removed.rule, ...all.slice(removed.at)]);
              setRemoved(undefined);
            }}
          >
            {words.undo}
          </Tap>
        </View>
      )}
      <View className="hr-rules-add">
        <Action block id="add-rule" disabled={rules.length >= mostRules} onTap={() => setAdding(true)}>
          {words.add}
        </Action>
        {wide && <View className="hr-quiet">{words.keys}</View>}
      </View>
      <Sheet open={adding} id="add-sheet" title={words.addTitle} onClose={() => setAdding(false)}>
        {view.templates.map((template) => (
          <MenuItem
            key={template.ruleId}
            id={`template-${template.ruleId}`}
            onTap={() => add({ ...template, on: true })}
          >
            <View className="hr-rule-template">
              <View>{template.name}</View>
              <View className="hr-quiet">{ruleSentence(ruleWords, template)}</View>
            </View>
          </MenuItem>
        ))}
        {empty && (
          <MenuItem id="template-empty" onTap={() => add(empty)}>
            {words.addEmpty}
          </MenuItem>
        )}
      </Sheet>
    </>
  );
}
