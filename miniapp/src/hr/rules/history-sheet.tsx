import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { serverTime } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Skeleton } from '../../components/states.tsx';
import { whenText } from '../../state/when.ts';
import { Failure } from '../components/states.tsx';
import { may } from '../may.tsx';
import { ruleWords } from '../words.ts';
import type { Draft } from './draft.ts';
import { ruleSentence } from './sentence.ts';
import { readVersions } from './use-rules.ts';
import './history-sheet.scss';

type Version = Output<'position.ruleVersions'>['versions'][number];
type Props = { positionId: string; current: number; onRestore(draft: Draft, version: number): void; onClose(): void };

/** Every version with who made it and when; one of them can be brought back to be worked on. */
export function HistorySheet({ positionId, current, onRestore, onClose }: Props) {
  const words = ruleWords.editor;
  const [versions, setVersions] = useState<Version[]>();
  const [error, setError] = useState<CallError>();
  const load = () =>
    void readVersions(positionId).then((answer) => (answer.ok ? setVersions(answer.value) : setError(answer.error)));
  useEffect(load, [positionId]);
  return (
    <Sheet open id="history-sheet" title={words.history} onClose={onClose}>
      {versions === undefined && (error ? <Failure error={error} onRetry={load} /> : <Skeleton />)}
      {versions?.map(({ ruleSet, savedBy, savedAt }) => (
        <View key={ruleSet.version} className="hr-rule-version" id={`version-${ruleSet.version}`}>
          <View className="hr-rule-version-head">
            <View>
              {savedAt === null
                ? `${ruleWords.version(ruleSet.version)} · ${words.shippedVersion}`
                : words.saved(ruleSet.version, savedBy ?? words.somebody, whenText(savedAt, serverTime.now()))}
            </View>
            {ruleSet.version === current ? (
              <View className="hr-quiet">{words.current}</View>
            ) : !may('position.saveRules') ? null : (
              <Action id={`restore-${ruleSet.version}`} kind="quiet" onTap={() => onRestore(ruleSet, ruleSet.version)}>
                {words.restore}
              </Action>
            )}
          </View>
          {ruleSet.rules.map((rule, i) => (
            <View key={rule.ruleId} className="hr-quiet">
              {i + 1}. {ruleSentence(ruleWords, rule)}
              {` · ${rule.on ? words.mode[rule.mode] : words.off}`}
            </View>
          ))}
        </View>
      ))}
    </Sheet>
  );
}
