import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { BackCatcher } from '#platform/back-catcher.tsx';
import { serverTime } from '../../api/call.ts';
import { Page } from '../../components/page.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Skeleton } from '../../components/states.tsx';
import { Tap } from '../../components/tap.tsx';
import { whenText } from '../../state/when.ts';
import { SheetActions } from '../components/sheet-actions.tsx';
import { Failure } from '../components/states.tsx';
import { HelpEntry } from '../help/help-entry.tsx';
import { May, may } from '../may.tsx';
import { words as hrWords, ruleWords } from '../words.ts';
import { ConflictSheet } from './conflict-sheet.tsx';
import { type Draft, draftOf, type RulesView } from './draft.ts';
import { Findings } from './findings.tsx';
import { HistorySheet } from './history-sheet.tsx';
import { ReplayCard } from './replay-card.tsx';
import { RuleList } from './rule-list.tsx';
import { RulesRead } from './rules-read.tsx';
import { SaveBar } from './save-bar.tsx';
import { SpaceMapView } from './space-map.tsx';
import { useLint } from './use-lint.ts';
import { type RulesModel, useRules } from './use-rules.ts';
import { WaitField } from './wait-field.tsx';
import '../styles/page.scss';
import '../styles/setting.scss';
import './index.scss';

const words = ruleWords.editor;

function RulesPage() {
  const { positionId = '' } = useRouter().params;
  const model = useRules(positionId);
  const { base, draft, error, load } = model;
  return (
    <Page wide className="hr-page">
      {base && draft ? (
        <Editor positionId={positionId} model={model} base={base} draft={draft} />
      ) : error ? (
        <Failure error={error} onRetry={() => void load()} />
      ) : (
        <Skeleton />
      )}
    </Page>
  );
}

type EditorProps = { positionId: string; model: RulesModel; base: RulesView; draft: Draft };

function Editor({ positionId, model, base, draft }: EditorProps) {
  const [wrong, setWrong] = useState<string[]>([]);
  const [history, setHistory] = useState(false);
  const [leaving, setLeaving] = useState<'asked' | 'leaves'>();
  const [restored, setRestored] = useState<number>();
  const { judged = base, state } = useLint(positionId, draft.rules, base);
  const mark = (key: string, is: boolean) =>
    setWrong((all) => (is === all.includes(key) ? all : is ? [...all, key] : all.filter((one) => one !== key)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rules, other boxes
  useEffect(() => setWrong([]), [model.revision]);
  useEffect(() => {
    if (leaving === 'leaves') goBack();
  }, [leaving]);
  const isWrong = wrong.length > 0;
  const mine = may('position.saveRules');
  return (
    <View className="hr-rules">
      <BackCatcher
        on={model.dirty && leaving !== 'leaves'}
        message={words.leaveTitle}
        onBack={() => setLeaving('asked')}
      />
      <View className="hr-rules-main">
        <View className="hr-rules-head">
          <View className="hr-rules-title">{hrWords.workbench.opening(base.department, base.position)}</View>
          <View className="hr-heading-row">
            <View className="hr-quiet" id="rules-version">
              {versionText(base)}
            </View>
            <View className="hr-rules-ways">
              <Tap id="open-history" className="hr-link" pressed="hr-link-pressed" onTap={() => setHistory(true)}>
                {words.history}
              </Tap>
              <HelpEntry page="rules" />
            </View>
          </View>
          {mine && <View className="hr-quiet">{words.intro}</View>}
          {restored !== undefined && model.dirty && <View className="hr-rule-hint">{words.restored(restored)}</View>}
        </View>
        {mine ? (
          <>
            <RuleList
              key={model.revision}
              rules={draft.rules}
              view={base}
              onRules={model.editRules}
              onWrong={mark}
              onGone={(ruleId) => setWrong((all) => all.filter((key) => !key.startsWith(`${ruleId}-`)))}
            />
            <WaitField hours={draft.waitHours} onHours={(waitHours) => model.edit((now) => ({ ...now, waitHours }))} />
          </>
        ) : (
          <RulesRead draft={draft} />
        )}
      </View>
      <View className="hr-rules-beside">
        <View className="hr-heading">{words.map}</View>
        <View className="hr-card hr-padded">
          {judged.map ? (
            <SpaceMapView map={judged.map} rules={draft.rules} facts={base.facts} />
          ) : (
            <View className="hr-quiet">{words.mapNone}</View>
          )}
        </View>
        <View className="hr-heading-row hr-heading">
          <View>{words.findings}</View>
          {state === 'checking' && <View id="checking">{words.checking}</View>}
        </View>
        <View className="hr-card hr-padded">
          <Findings judged={judged} state={state} rules={draft.rules} facts={base.facts} />
        </View>
        <May to="position.replayRules">
          <View className="hr-heading">{words.replay}</View>
          <ReplayCard positionId={positionId} draft={draft} base={draftOf(base)} wrong={isWrong} />
        </May>
      </View>
      <SaveBar model={model} wrong={isWrong} />
      {history && (
        <HistorySheet
          positionId={positionId}
          current={base.ruleSet.version}
          onRestore={({ rules, waitHours }, version) => {
            model.replace({ rules, waitHours });
            setRestored(version);
            setHistory(false);
          }}
          onClose={() => setHistory(false)}
        />
      )}
      {model.theirs && (
        <ConflictSheet
          theirs={model.theirs}
          mine={draft}
          onKeep={() => model.settle(true)}
          onTake={() => model.settle(false)}
          onClose={model.closeConflict}
        />
      )}
      <Sheet open={leaving === 'asked'} id="leave-sheet" title={words.leaveTitle} onClose={() => setLeaving(undefined)}>
        <View className="hr-rule-hint">{words.leaveText}</View>
        <SheetActions
          id="leave-rules"
          cancel={words.stay}
          confirm={words.leave}
          onCancel={() => setLeaving(undefined)}
          onConfirm={() => setLeaving('leaves')}
        />
      </Sheet>
    </View>
  );
}

/** A link may have led here with nothing behind. */
function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.reLaunch({ url: '/hr/workbench/index' });
}

const versionText = ({ own, ruleSet, savedBy, savedAt }: RulesView): string => {
  if (!own) return words.shipped;
  if (savedAt === null) return ruleWords.version(ruleSet.version);
  return words.saved(ruleSet.version, savedBy ?? words.somebody, whenText(savedAt, serverTime.now()));
};

export default RulesPage;
