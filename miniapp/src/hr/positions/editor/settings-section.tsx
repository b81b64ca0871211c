import { Text, View } from '@tarojs/components';
import type { PositionDraft, PositionSetting } from '#shared/organisation/position/draft.ts';
import { Action } from '../../../components/action.tsx';
import { LongField } from '../../components/field.tsx';
import { LineField } from '../../components/line-field.tsx';
import { Switch } from '../../components/switch.tsx';
import { positionWords } from '../../words.ts';
import { settingText } from '../setting-text.ts';
import { Labelled } from './labelled.tsx';
import { Notes } from './notes.tsx';
import { SettingControl } from './setting-control.tsx';
import type { Editor, PositionView } from './use-editor.ts';

const words = positionWords.settings;
export const settingOrder: PositionSetting[] = [
  'answersNeeded',
  'attempts',
  'deadlineHours',
  'resumeWindowHours',
  'graceMinutes',
  'booking',
  'rebookings',
  'reminders',
  'channels',
  'quiet',
  'matchThreshold',
  'undoMinutes',
];
type Criteria = PositionDraft['criteria'];
type Props = { editor: Editor; draft: PositionDraft; base: PositionView; revision: number };

/** The numbers of this position: each is the company's, or the product's, until it is set here. */
export function SettingsSection({ editor, draft, base, revision }: Props) {
  const required = draft.plan.questions.filter((question) => question.required).length;
  return (
    <View id="part-settings">
      <View className="hr-card">
        {settingOrder.map((name) => {
          const own = draft.settings[name] !== undefined;
          const above = settingText(name, base.inherited[name]);
          const from = base.ofCompany.includes(name) ? words.ofCompany(above) : words.inherited(above);
          return (
            <View key={name} className="hr-setting" id={`setting-${name}`}>
              <View className="hr-setting-what">
                <Text className="hr-setting-name">{words.names[name]}</Text>
                <Text className={own ? 'hr-setting-from hr-setting-own' : 'hr-setting-from'} id={`from-${name}`}>
                  {own ? words.own : from}
                </Text>
              </View>
              <SettingControl
                key={`${revision}`}
                name={name}
                values={held(base.inherited, draft.settings)}
                required={required}
                onChange={(change) => editor.edit((now) => ({ ...now, settings: { ...now.settings, ...change } }))}
              />
              {own && (
                <Action
                  id={`reset-${name}`}
                  kind="quiet"
                  onTap={() =>
                    editor.replace((now) => {
                      const { [name]: _, ...settings } = now.settings;
                      return { ...now, settings };
                    })
                  }
                >
                  {words.reset(above)}
                </Action>
              )}
            </View>
          );
        })}
      </View>
      <View className="hr-heading">{words.criteria}</View>
      <View className="hr-quiet hr-criteria-text">{words.criteriaText}</View>
      {draft.criteria.map(({ name, words: found }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: its name is what is being typed
        <View key={`${revision}-${index}`} className="hr-card hr-padded hr-edit-card" id={`criterion-${index}`}>
          <Labelled label={words.criterion}>
            <LineField
              id={`criterion-name-${index}`}
              label={words.criterion}
              text={name}
              onText={(text) => editor.edit((now) => withCriterion(now, index, { name: text }))}
            />
          </Labelled>
          <Labelled label={words.words}>
            <LongField
              id={`criterion-words-${index}`}
              label={words.words}
              text={found.join(words.list)}
              onText={(text) => editor.edit((now) => withCriterion(now, index, { words: wordsIn(text) }))}
            />
          </Labelled>
          {draft.criteria.length > 1 && (
            <Action
              id={`criterion-remove-${index}`}
              kind="danger"
              onTap={() =>
                editor.remove(name, (now) => ({ ...now, criteria: now.criteria.filter((_, at) => at !== index) }))
              }
            >
              {words.removeCriterion}
            </Action>
          )}
        </View>
      ))}
      <Notes findings={editor.findings} place="settings" />
      <Action
        id="add-criterion"
        block
        onTap={() => editor.replace((now) => ({ ...now, criteria: [...now.criteria, { name: '', words: [] }] }))}
      >
        {words.addCriterion}
      </Action>
      <Switch
        id="second-interview"
        on={draft.secondInterview}
        label={words.secondInterview}
        text={words.secondInterview}
        onChange={(secondInterview) => editor.edit((now) => ({ ...now, secondInterview }))}
      />
    </View>
  );
}

type Held = PositionView['inherited'];
/** What holds: the position's own where it has one. */
const held = (inherited: Held, own: PositionDraft['settings']): Held => {
  const set = Object.entries(own).filter(([, value]) => value !== undefined);
  return Object.assign({}, inherited, Object.fromEntries(set));
};

const withCriterion = (draft: PositionDraft, index: number, change: Partial<Criteria[number]>): PositionDraft => ({
  ...draft,
  criteria: draft.criteria.map((one, at) => (at === index ? { ...one, ...change } : one)),
});

/** Words as people separate them, in either language. */
const wordsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,，、;；\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
];
