import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { settingBounds } from '#shared/organisation/setting-bounds.ts';
import type { Settings } from '#shared/settings.ts';
import { MenuItem, Sheet } from '../../components/sheet.tsx';
import { Tap } from '../../components/tap.tsx';
import { LineField } from '../components/line-field.tsx';
import { Switch } from '../components/switch.tsx';
import { SettingControl } from '../positions/editor/setting-control.tsx';
import { settingsWords as words } from '../words.ts';
import { type Name, numberIn } from './draft.ts';
import { Owners } from './owners.tsx';
import { valueText } from './setting-text.ts';
import { Texts } from './texts.tsx';
import { TurnDown } from './turn-down.tsx';
import type { SettingsModel } from './use-settings.ts';

export type ControlProps = { name: Name; values: Settings; model: SettingsModel };

/** Those that are chosen among a few instead of typed. */
type Picked = 'attempts' | 'rebookings' | 'answersNeeded';
type NumberSetting = Exclude<keyof typeof settingBounds, Picked>;
const picked: readonly Name[] = ['attempts', 'rebookings', 'answersNeeded'] satisfies Picked[];
const isNumber = (name: Name): name is NumberSetting =>
  Object.keys(settingBounds).includes(name) && !picked.includes(name);
/** Required questions a company may ask to be answered; positions have as many as they have. */
const mostNeeded = 5;

/** The control of one setting, by what kind of value it has. */
export function Control({ name, values, model }: ControlProps) {
  if (isNumber(name)) return <NumberBox name={name} values={values} model={model} />;
  switch (name) {
    case 'showScores':
    case 'behaviourEvidence':
    case 'foreseeNoShows':
    case 'booking':
      return (
        <Switch
          id={`set-${name}`}
          on={values[name]}
          label={words.names[name]}
          text={valueText(name, values[name])}
          onChange={(on) => model.set({ [name]: on })}
        />
      );
    case 'rulesTurnDown':
      return <TurnDown values={values} model={model} />;
    case 'timeZone':
      return <TimeZone values={values} model={model} />;
    case 'owners':
      return <Owners values={values} model={model} />;
    case 'texts':
      return <Texts values={values} model={model} />;
    case 'answersNeeded':
    case 'attempts':
    case 'rebookings':
    case 'reminders':
    case 'channels':
    case 'quiet':
      return <SettingControl name={name} values={values} required={mostNeeded} onChange={(own) => model.set(own)} />;
    default:
      return null;
  }
}

type NumberProps = Omit<ControlProps, 'name'> & { name: NumberSetting };

function NumberBox({ name, values, model }: NumberProps) {
  const share = name === 'matchThreshold';
  const [lowest, highest] = settingBounds[name];
  const bounds = share ? { least: lowest * 100, most: highest * 100 } : { least: lowest, most: highest };
  const wrong = model.editing?.draft.wrong[name];
  const unit = words.units[name] ?? '';
  const hours = unit === words.units['deadlineHours'] && values[name] >= 48 && values[name] % 24 === 0;
  return (
    <View>
      <View className="hr-number">
        <LineField
          id={`set-${name}`}
          className={wrong === undefined ? 'hr-number-box' : 'hr-number-box hr-number-wrong'}
          label={words.names[name]}
          text={String(share ? Math.round(values[name] * 100) : values[name])}
          longest={8}
          numeric
          onText={(text) => {
            const number = numberIn(text, bounds);
            if (number === undefined) model.box(name, words.bounds(bounds.least, bounds.most));
            else model.box(name, undefined, { [name]: share ? number / 100 : number });
          }}
        />
        <Text className="hr-quiet">{hours && wrong === undefined ? words.inDays(unit, values[name] / 24) : unit}</Text>
      </View>
      {wrong !== undefined && (
        <View id={`wrong-${name}`} className="hr-set-wrong">
          {wrong}
        </View>
      )}
    </View>
  );
}

function TimeZone({ values, model }: Omit<ControlProps, 'name'>) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Tap id="set-timeZone" className="hr-set-choice" pressed="hr-link-pressed" onTap={() => setAsked(true)}>
        <Text>{valueText('timeZone', values.timeZone)}</Text>
        <Text className="hr-quiet">›</Text>
      </Tap>
      <Sheet id="zones" open={asked} title={words.names.timeZone} onClose={() => setAsked(false)}>
        {Object.entries(words.zones).map(([zone, name]) => (
          <MenuItem
            key={zone}
            id={`zone-${zone.replace('/', '-')}`}
            onTap={() => {
              setAsked(false);
              model.set({ timeZone: zone });
            }}
          >
            {zone === values.timeZone ? `✓ ${name}` : name}
          </MenuItem>
        ))}
      </Sheet>
    </>
  );
}
