import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Action } from '../../../components/action.tsx';
import { Sheet } from '../../../components/sheet.tsx';
import { Tap } from '../../../components/tap.tsx';
import { SheetActions } from '../../components/sheet-actions.tsx';
import { CommandError } from '../../components/states.tsx';
import { may } from '../../may.tsx';
import { valueText } from '../../settings/setting-text.ts';
import { figureWords, settingsWords } from '../../words.ts';
import type { Opener } from '../opener.ts';
import type { Hint, Hints } from '../shapes.ts';
import { hintAdvice, hintEvidence, hintKey, hintTitle } from './hint-text.ts';
import { type Apply, useApply } from './use-apply.ts';

const words = figureWords.hints;
const suggested = ['channels', 'reminders', 'rebookings'] as const;
type Props = { hints: Hints; opener: Opener; onChange(): void };

/** What the figures suggest, each with its evidence; one tap shows what it would change, another does it. */
export function HintsCard({ hints: { hints, missing, now, settingsVersion }, opener, onChange }: Props) {
  const [opened, setOpened] = useState<Hint>();
  const apply = useApply();
  const lacking = [
    ...(missing.appointments > 0 ? [words.missingAppointments(missing.appointments)] : []),
    ...(missing.reasons > 0 ? [words.missingReasons(missing.reasons)] : []),
  ];
  const close = () => {
    setOpened(undefined);
    apply.forget();
  };
  return (
    <View id="hints" className="hr-card hr-chart">
      <View className="hr-chart-head">
        <View className="hr-chart-title" {...aria({ role: 'heading' })}>
          {words.title}
        </View>
      </View>
      <View className="hr-chart-sentence">{words.what}</View>
      <SaidBar apply={apply} onUndo={() => void apply.undo().then((undone) => undone && onChange())} />
      {hints.length === 0 && (
        <View className="hr-quiet">
          {lacking.length === 0 ? words.none : words.missing(lacking.join(figureWords.list))}
        </View>
      )}
      {hints.map((hint) => (
        <View key={hintKey(hint)} id={`hint-${hintKey(hint)}`} className="hr-data-hint">
          <View className="hr-data-row-name">{hintTitle(hint)}</View>
          <View className="hr-quiet">
            {words.evidence} {hintEvidence(hint)}
          </View>
          <View className="hr-data-said">{hintAdvice(hint)}</View>
          <View className="hr-data-hint-ways">
            {hint.settings !== null && may('settings.save') && (
              <Action id={`apply-${hintKey(hint)}`} onTap={() => setOpened(hint)}>
                {words.apply}
              </Action>
            )}
            {hint.settings !== null && !may('settings.save') && <Text className="hr-quiet">{words.mayNot}</Text>}
            <Tap
              id={`look-${hintKey(hint)}`}
              className="hr-link"
              pressed="hr-link-pressed"
              onTap={() => openHint(opener, hint)}
            >
              {words.look}
            </Tap>
          </View>
        </View>
      ))}
      {opened && (
        <Sheet open id="hint-sheet" title={words.sheet} onClose={close}>
          <View className="hr-data-row-name">{hintTitle(opened)}</View>
          <View className="hr-quiet">{hintEvidence(opened)}</View>
          <View className="hr-heading">{words.changes}</View>
          {suggested.map((name) =>
            opened.settings?.[name] === undefined ? null : (
              <View key={name} id={`hint-change-${name}`} className="hr-data-row">
                <View className="hr-data-row-name">{settingsWords.names[name]}</View>
                <Line name={words.from} text={valueText(name, now[name])} />
                <Line name={words.to} text={valueText(name, opened.settings[name] ?? now[name])} />
              </View>
            ),
          )}
          <View className="hr-data-said">{words.note}</View>
          {apply.said === 'moved' && (
            <View className="hr-command-error" {...aria({ role: 'alert' })}>
              {words.moved}
            </View>
          )}
          {apply.error && <CommandError error={apply.error} safe={words.safe} />}
          <SheetActions
            id="confirm-hint"
            cancel={words.cancel}
            confirm={apply.busy ? words.busy : words.confirm}
            busy={apply.busy}
            onCancel={close}
            onConfirm={() =>
              void apply.apply(hintKey(opened), opened, settingsVersion).then((done) => {
                if (done) setOpened(undefined);
                onChange();
              })
            }
          />
        </Sheet>
      )}
    </View>
  );
}

const Line = ({ name, text }: { name: string; text: string }) => (
  <View className="hr-data-line">
    <Text className="hr-quiet">{name}</Text>
    <Text>{text}</Text>
  </View>
);

/** What was just done stays where it was done, with the way back. */
function SaidBar({ apply, onUndo }: { apply: Apply; onUndo(): void }) {
  if (apply.said === undefined && apply.done === undefined) return null;
  return (
    <View id="hint-said" className="hr-data-said-bar" {...aria({ role: 'status' })}>
      <Text>{words[apply.said ?? 'done']}</Text>
      {apply.done !== undefined && (
        <Action id="undo-hint" kind="quiet" busy={apply.busy} onTap={onUndo}>
          {words.undo}
        </Action>
      )}
      {apply.error && <CommandError error={apply.error} safe={words.undoSafe} />}
    </View>
  );
}

function openHint(opener: Opener, { code, reason, dimension, value, name }: Hint): void {
  if (code === 'reason') {
    opener.open('appointments', { missed: 'yes', ...(reason === null ? {} : { reason }) });
    return;
  }
  const narrowed = code === 'trouble_with' ? ({ trouble: 'yes' } as const) : ({ missed: 'yes' } as const);
  const open = opener.group('appointments', dimension ?? '', { value: value ?? '', name }, narrowed);
  if (open) open();
  else opener.open('appointments', narrowed);
}
