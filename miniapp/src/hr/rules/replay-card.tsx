import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Action } from '../../components/action.tsx';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import { CommandError } from '../components/states.tsx';
import { reviewUrl } from '../review/review-url.ts';
import { ruleWords } from '../words.ts';
import { type Draft, isSame, type Rule } from './draft.ts';
import type { Replayed } from './replayed.ts';
import { ruleName } from './sentence.ts';
import { useReplay } from './use-replay.ts';
import './replay-card.scss';

const shownFirst = 5;

type Props = { positionId: string; draft: Draft; base: Draft; wrong: boolean };

/** What the rules on this page would have made of past interviews, before anybody meets them. */
export function ReplayCard({ positionId, draft, base, wrong }: Props) {
  const words = ruleWords.editor;
  const { result, error, run } = useReplay(positionId);
  const current = result !== undefined && isSame(result.draft, draft) ? result : undefined;
  const running = current !== undefined && !current.done;
  return (
    <View className="hr-card hr-padded" id="replay">
      <View className="hr-quiet">{words.replayHint}</View>
      <View className="hr-replay-run">
        <Action id="run-replay" busy={running} disabled={wrong} onTap={() => void run(draft)}>
          {running ? words.replaying(current.sofar.looked) : words.replayRun}
        </Action>
      </View>
      {error && <CommandError error={error} safe={words.unchecked} />}
      {current?.done && <Result sofar={current.sofar} draft={draft} base={base} />}
    </View>
  );
}

function Result({ sofar, draft, base }: { sofar: Replayed; draft: Draft; base: Draft }) {
  const words = ruleWords.editor;
  const [all, setAll] = useState(false);
  const { looked, changed, counts, decided } = sofar;
  if (looked === 0) return <View id="replay-says">{words.replayNone}</View>;
  const people = all ? changed : changed.slice(0, shownFirst);
  const touched = touchedRules(draft.rules, base.rules);
  const says = touched === 1 ? words.changesOne(changed.length) : words.changes(changed.length);
  return (
    <View {...aria({ role: 'status' })}>
      <View className="hr-replay-says" id="replay-says">
        {changed.length === 0 ? words.changesNobody : says}
      </View>
      <View className="hr-quiet">{words.replayed(looked)}</View>
      {people.map((one) => (
        <Tap
          key={one.applicationId}
          className="hr-replay-person"
          pressed="hr-link-pressed"
          onTap={() => void Taro.navigateTo({ url: reviewUrl(one.applicationId) })}
        >
          <View className="hr-replay-who">
            <Text>{one.name}</Text>
            <Text className="hr-quiet">{one.overall === null ? words.noScore : words.score(String(one.overall))}</Text>
          </View>
          <View>{words.fromTo(words.to[one.before.conclusion], words.to[one.after.conclusion])}</View>
          <View className="hr-quiet">
            {one.decided === null ? words.undecided : words.decided(copy.statuses.outcome[one.decided])}
          </View>
        </Tap>
      ))}
      {people.length < changed.length && (
        <Tap id="replay-all" className="hr-link" pressed="hr-link-pressed" onTap={() => setAll(true)}>
          {words.showAll(changed.length)}
        </Tap>
      )}
      <View className="hr-replay-counts">
        {counts.map(({ ruleId, before, after }) => (
          <View key={ruleId ?? ''} className="hr-quiet hr-tabular">
            {words.perRule(nameOf(ruleId, draft.rules, base.rules), before, after)}
          </View>
        ))}
        {decided.people > 0 && (
          <View className="hr-quiet">{words.agreement(decided.people, decided.before, decided.after)}</View>
        )}
      </View>
    </View>
  );
}

/** A rule that is gone has its own name, having no place any more. */
function nameOf(ruleId: string | null, now: Rule[], before: Rule[]): string {
  if (ruleId === null) return ruleWords.editor.legendGap;
  if (now.some((one) => one.ruleId === ruleId)) return ruleName(ruleWords, now, ruleId);
  return before.find((one) => one.ruleId === ruleId)?.name ?? ruleId;
}

/** How many rules are not as they were, gone and new ones included. */
function touchedRules(now: Rule[], before: Rule[]): number {
  const was = new Map(before.map((rule) => [rule.ruleId, JSON.stringify(rule)]));
  const other = now.filter((rule) => was.get(rule.ruleId) !== JSON.stringify(rule)).length;
  return other + before.filter((rule) => !now.some(({ ruleId }) => ruleId === rule.ruleId)).length;
}
