import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { type CorrectionTarget, corrections } from '#shared/interview/correct.ts';
import { call } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { copy } from '../../copy.ts';
import { LongField } from '../components/field.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { may } from '../may.tsx';
import { radio } from '../radio.ts';
import type { Dossier } from '../review/dossier.ts';
import { useCommand } from '../use-command.ts';
import { statusWords } from '../words.ts';
import './correct-card.scss';

type Props = { dossier: Dossier; onDone(): Promise<void> };
const words = statusWords.correct;
/** As the server wants it. */
const shortest = 2;

/** A status that does not match what happened is put right by a person, with a reason; from where to where is a table. */
export function CorrectCard({ dossier, onDone }: Props) {
  const { interviewId, status } = dossier;
  const targets: readonly CorrectionTarget[] = corrections[status];
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<CorrectionTarget>();
  const [short, setShort] = useState(false);
  const reason = useRef('');
  const command = useCommand((intention, operationId) => {
    const [to, ...said] = intention.split(' ');
    const input = { operationId, to: to as CorrectionTarget, reason: said.join(' ') };
    return call('interview.correct', { params: { interviewId }, input });
  });
  if (!may('interview.correct')) return null;
  const to = chosen !== undefined && targets.includes(chosen) ? chosen : targets[0];

  async function correct() {
    if (to === undefined) return;
    const said = reason.current.trim();
    setShort([...said].length < shortest);
    if ([...said].length < shortest) return;
    const answer = await command.run(`${to} ${said}`);
    if (!answer.ok) return;
    setOpen(false);
    reason.current = '';
    void Taro.showToast({ title: words.done(copy.statuses.interviewStatus[answer.value.status]), icon: 'none' });
    await onDone();
  }

  return (
    <View>
      <View className="hr-heading">{words.title}</View>
      <View className="hr-card hr-correct">
        <View className="hr-quiet">
          {status === 'evaluated' || status === 'cancelled' ? words.none[status] : words.text}
        </View>
        {targets.length > 0 && (
          <Action
            id="correct"
            onTap={() => {
              command.forgetError();
              setOpen(true);
            }}
          >
            {words.open}
          </Action>
        )}
      </View>
      <Sheet id="correct-sheet" open={open} title={words.title} onClose={() => setOpen(false)}>
        <View className="hr-quiet">{words.from(copy.statuses.interviewStatus[status])}</View>
        <View className="hr-correct-label">{words.to}</View>
        <View className="hr-correct-targets" {...aria({ role: 'radiogroup', label: words.to })}>
          {targets.map((target) => (
            <View
              key={target}
              id={`correct-to-${target}`}
              className={target === to ? 'hr-correct-target hr-correct-target-on' : 'hr-correct-target'}
              hoverClass="hr-link-pressed"
              {...radio(target === to, () => setChosen(target))}
            >
              <View className="hr-correct-name">{copy.statuses.interviewStatus[target]}</View>
              <View className="hr-quiet">{words.targets[target]}</View>
            </View>
          ))}
        </View>
        <View className="hr-correct-label">{words.reason}</View>
        <LongField
          id="correct-reason"
          label={words.reason}
          placeholder={words.reasonHint}
          onText={(text) => {
            reason.current = text;
          }}
        />
        {short && (
          <View className="hr-correct-short" {...aria({ role: 'alert' })}>
            {words.reasonNeeded}
          </View>
        )}
        {command.error && <CommandError error={command.error} safe={words.safe} />}
        <SheetActions
          id="correct-confirm"
          cancel={words.cancel}
          confirm={command.busy ? words.busy : words.confirm}
          busy={command.busy}
          onCancel={() => setOpen(false)}
          onConfirm={() => void correct()}
        />
      </Sheet>
    </View>
  );
}
