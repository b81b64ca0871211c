import { Text, View } from '@tarojs/components';
import type { SettingGroup } from '#shared/copy/zh/hr-settings.ts';
import { Action } from '../../components/action.tsx';
import { settingsWords as words } from '../words.ts';
import { ContactCard } from './contact-card.tsx';
import { Control } from './control.tsx';
import { held, isNoNight, type Name, without } from './draft.ts';
import { groups } from './groups.ts';
import { valueText } from './setting-text.ts';
import type { SettingsModel } from './use-settings.ts';

type Editing = NonNullable<SettingsModel['editing']>;
type Props = { group: SettingGroup; model: SettingsModel; editing: Editing };

/** What a box of this setting is called where something wrong was typed into it. */
const boxesOf = (name: Name): string[] => (name === 'texts' ? ['text-reminder', 'text-no_show'] : [name]);

/** The settings of a group, each with what it would be by default. */
export function GroupCard({ group, model, editing }: Props) {
  const names: readonly Name[] = groups[group];
  const { draft } = editing;
  const own = names.filter((name) => draft.own[name] !== undefined);
  return (
    <View id={`group-${group}`}>
      {group === 'people' &&
        (model.maySave ? (
          <ContactCard key={editing.revision} contact={draft.contact} model={model} />
        ) : (
          <View className="hr-setting">
            <View className="hr-setting-name">{words.contact.title}</View>
            <View>{[draft.contact.name, draft.contact.phone, draft.contact.hours].join(' · ')}</View>
          </View>
        ))}
      {names.map((name) => (
        <Row key={name} name={name} model={model} editing={editing} />
      ))}
      {own.length > 1 && model.maySave && (
        <Action
          id={`reset-group-${group}`}
          kind="quiet"
          block
          onTap={() => model.reset(without(draft.own, ...own), own.flatMap(boxesOf))}
        >
          {words.resetGroup}
        </Action>
      )}
    </View>
  );
}

function Row({ name, model, editing }: { name: Name; model: SettingsModel; editing: Editing }) {
  const { base, draft, revision } = editing;
  const own = draft.own[name] !== undefined || boxesOf(name).some((box) => draft.wrong[box] !== undefined);
  const values = held(base.defaults, draft.own);
  return (
    <View className="hr-setting" id={`setting-${name}`}>
      <View className="hr-setting-what">
        <Text className="hr-setting-name">{words.names[name]}</Text>
        {name !== 'owners' && (
          <Text className={own ? 'hr-setting-from hr-setting-own' : 'hr-setting-from'} id={`default-${name}`}>
            {words.byDefault(valueText(name, base.defaults[name]))}
          </Text>
        )}
      </View>
      <View className="hr-set-hint">{words.hints[name]}</View>
      {model.maySave ? (
        <Control key={revision} name={name} values={values} model={model} />
      ) : (
        <View id={`value-${name}`}>{valueText(name, values[name])}</View>
      )}
      {name === 'quiet' && isNoNight(draft.own) && <View className="hr-set-wrong">{words.noNight}</View>}
      {own && model.maySave && (
        <Action id={`reset-${name}`} kind="quiet" onTap={() => model.reset(without(draft.own, name), boxesOf(name))}>
          {words.reset}
        </Action>
      )}
    </View>
  );
}
