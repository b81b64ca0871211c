import { View } from '@tarojs/components';
import type { PositionDraft, PositionSetting } from '#shared/organisation/position/draft.ts';
import type { Settings } from '#shared/settings.ts';
import { Action } from '../../../components/action.tsx';
import { Choices } from '../../components/choices.tsx';
import { LineField } from '../../components/line-field.tsx';
import { Switch } from '../../components/switch.tsx';
import { positionWords } from '../../words.ts';
import { settingText } from '../setting-text.ts';
import { Toggles } from './toggles.tsx';

type Props = {
  name: PositionSetting;
  /** What holds now. */
  values: Pick<Settings, PositionSetting>;
  /** Required questions there are. */
  required: number;
  onChange(change: PositionDraft['settings']): void;
};

const words = positionWords.settings;
const reminders = [2880, 1440, 720, 180, 60, 30];
const most = { reminders: 5, number: 1000 };
const channels: Settings['channels'] = ['wechat', 'sms', 'email'];
const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

/** The control of one setting, by what kind of value it has. */
export function SettingControl({ name, values, required, onChange }: Props) {
  const label = words.names[name];
  const id = `set-${name}`;
  switch (name) {
    case 'booking':
      return (
        <Switch
          id={id}
          on={values.booking}
          label={label}
          text={settingText(name, values.booking)}
          onChange={(booking) => onChange({ booking })}
        />
      );
    case 'answersNeeded': {
      const options = [null, ...upTo(1, Math.max(1, required))];
      return (
        <Choices
          id={id}
          label={label}
          options={options.map((value) => ({ value: value ?? 0, name: settingText(name, value) }))}
          chosen={values.answersNeeded ?? 0}
          onChoose={(value) => onChange({ answersNeeded: value === 0 ? null : value })}
        />
      );
    }
    case 'attempts':
    case 'rebookings':
      return (
        <Choices
          id={id}
          label={label}
          options={upTo(name === 'attempts' ? 1 : 0, 4).map((value) => ({ value, name: settingText(name, value) }))}
          chosen={values[name]}
          onChoose={(value) => onChange({ [name]: value })}
        />
      );
    case 'reminders': {
      const all = [...new Set([...reminders, ...values.reminders])].sort((a, b) => b - a);
      const toggled = (one: number) =>
        values.reminders.includes(one) ? values.reminders.filter((it) => it !== one) : [...values.reminders, one];
      return (
        <Toggles
          id={id}
          label={label}
          options={all.map((value) => ({ value, name: words.before(value) }))}
          chosen={values.reminders}
          onToggle={(one) => {
            const next = toggled(one).sort((a, b) => b - a);
            if (next.length <= most.reminders) onChange({ reminders: next });
          }}
        />
      );
    }
    case 'channels':
      return <Channels values={values} onChange={onChange} />;
    case 'quiet':
      return <Quiet values={values} onChange={onChange} />;
    case 'matchThreshold':
      return (
        <NumberBox
          id={id}
          label={label}
          unit={words.units[name] ?? ''}
          value={Math.round(values.matchThreshold * 100)}
          top={100}
          onNumber={(percent) => onChange({ matchThreshold: percent / 100 })}
        />
      );
    default:
      return (
        <NumberBox
          id={id}
          label={label}
          unit={words.units[name] ?? ''}
          value={values[name]}
          top={most.number}
          least={name === 'deadlineHours' || name === 'resumeWindowHours' ? 1 : 0}
          onNumber={(value) => onChange({ [name]: value })}
        />
      );
  }
}

type BoxProps = {
  id: string;
  label: string;
  unit: string;
  value: number;
  top: number;
  least?: number;
  onNumber(n: number): void;
};

function NumberBox({ id, label, unit, value, top, least = 0, onNumber }: BoxProps) {
  return (
    <View className="hr-number">
      <LineField
        id={id}
        className="hr-number-box"
        label={label}
        text={String(value)}
        longest={4}
        numeric
        onText={(text) => {
          const next = Math.round(Number(text.trim()));
          if (text.trim() !== '' && Number.isFinite(next) && next >= least && next <= top) onNumber(next);
        }}
      />
      <View className="hr-quiet">{unit}</View>
    </View>
  );
}

type Part = Pick<Props, 'values' | 'onChange'>;

/** Those that are used, in their order, then those that are not. */
function Channels({ values, onChange }: Part) {
  const used = values.channels;
  const up = (index: number) => {
    const next = [...used];
    const [one] = next.splice(index, 1);
    if (one !== undefined) next.splice(index - 1, 0, one);
    onChange({ channels: next });
  };
  return (
    <View className="hr-channels">
      {[...used, ...channels.filter((one) => !used.includes(one))].map((channel, index) => (
        <View key={channel} className="hr-channel">
          <Switch
            id={`channel-${channel}`}
            on={used.includes(channel)}
            label={words.channels[channel] ?? channel}
            text={words.channels[channel] ?? channel}
            onChange={(on) => {
              const next = on ? [...used, channel] : used.filter((one) => one !== channel);
              if (next.length > 0) onChange({ channels: next });
            }}
          />
          <Action
            id={`channel-up-${channel}`}
            kind="quiet"
            disabled={index === 0 || !used.includes(channel)}
            onTap={() => up(index)}
          >
            {positionWords.questions.up}
          </Action>
        </View>
      ))}
    </View>
  );
}

const usualNight = { from: '22:00', to: '08:00' };
const wallTime = /^([01]\d|2[0-3]):[0-5]\d$/;

function Quiet({ values: { quiet }, onChange }: Part) {
  const set = (part: 'from' | 'to') => (text: string) => {
    if (quiet !== null && wallTime.test(text)) onChange({ quiet: { ...quiet, [part]: text } });
  };
  return (
    <View className="hr-number">
      <Switch
        id="set-quiet"
        on={quiet !== null}
        label={words.names.quiet}
        text={quiet === null ? words.none : words.yes}
        onChange={(on) => onChange({ quiet: on ? usualNight : null })}
      />
      {quiet !== null && (
        <>
          <LineField
            id="quiet-from"
            className="hr-number-box"
            label={words.from}
            text={quiet.from}
            longest={5}
            onText={set('from')}
          />
          <LineField
            id="quiet-to"
            className="hr-number-box"
            label={words.to}
            text={quiet.to}
            longest={5}
            onText={set('to')}
          />
        </>
      )}
    </View>
  );
}
