import { View } from '@tarojs/components';
import { useState } from 'react';
import { Sheet } from '../../components/sheet.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { Switch } from '../components/switch.tsx';
import { positionWords, settingsWords } from '../words.ts';
import type { ControlProps } from './control.tsx';
import { valueText } from './setting-text.ts';

/** Whether rules turn people down by themselves: what guards it is said before it is asked for. */
export function TurnDown({ values, model }: Omit<ControlProps, 'name'>) {
  const words = settingsWords.turnDown;
  const [asked, setAsked] = useState(false);
  const guard = model.editing?.base.turnDown;
  const on = values.rulesTurnDown;
  const off = !on && guard?.allowed === false;
  const calibrated = guard?.calibrated ?? [];
  const concerned = calibrated.length === 0 ? words.nobody : words.ready(calibrated.join(positionWords.settings.list));
  return (
    <View>
      <Switch
        id="set-rulesTurnDown"
        on={on}
        off={off}
        label={settingsWords.names.rulesTurnDown}
        text={valueText('rulesTurnDown', on)}
        onChange={(next) => (next ? setAsked(true) : model.set({ rulesTurnDown: false }))}
      />
      <View className="hr-set-guard" id="turn-down-guard">
        <View>{words.guard}</View>
        <View id="turn-down-concerned">{concerned}</View>
      </View>
      <Sheet id="turn-down-sheet" open={asked} title={words.ask} onClose={() => setAsked(false)}>
        <View className="hr-fact">{words.guard}</View>
        <View className="hr-fact">{concerned}</View>
        <SheetActions
          id="confirm-turn-down"
          cancel={words.cancel}
          confirm={words.confirm}
          onCancel={() => setAsked(false)}
          onConfirm={() => {
            setAsked(false);
            model.set({ rulesTurnDown: true });
          }}
        />
      </Sheet>
    </View>
  );
}
