import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { BackCatcher } from '#platform/back-catcher.tsx';
import { type SettingGroup, settingGroups } from '#shared/copy/zh/hr-settings.ts';
import { serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Page } from '../../components/page.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Skeleton } from '../../components/states.tsx';
import { whenText } from '../../state/when.ts';
import { Failure } from '../components/states.tsx';
import { HelpEntry } from '../help/help-entry.tsx';
import { useWide } from '../use-wide.ts';
import { settingsWords as words } from '../words.ts';
import { GroupCard } from './group-card.tsx';
import { groups } from './groups.ts';
import { SaveBar } from './save-bar.tsx';
import { type SettingsModel, useSettings } from './use-settings.ts';
import '../styles/page.scss';
import '../styles/setting.scss';
import './index.scss';

/** The company's settings by groups: folded on a phone, beside their names on a wide screen. `?group=` opens one. */
function SettingsPage() {
  const wide = useWide();
  const { group: asked } = useRouter().params;
  const first = settingGroups.find((one) => one === asked);
  const [opened, setOpened] = useState<SettingGroup | undefined>(first);
  const [leaving, setLeaving] = useState(false);
  const [gone, setGone] = useState(false);
  const model = useSettings();
  const { editing, loaded } = model;
  if (editing === undefined) {
    return (
      <Page wide className="hr-page">
        {loaded.phase === 'failed' ? <Failure error={loaded.error} onRetry={loaded.reload} /> : <Skeleton cards={3} />}
      </Page>
    );
  }
  const { made } = editing.base;
  const unsaved = model.dirty || model.wrong > 0;
  const leave = () => {
    setGone(true);
    setTimeout(() => void Taro.navigateBack());
  };
  const chosen = opened ?? 'interview';
  return (
    <Page wide className="hr-page">
      <BackCatcher on={unsaved && !gone} message={words.leave.title} onBack={() => setLeaving(true)} />
      <View className="hr-settings">
        <View className="hr-settings-head">
          <Text className="hr-settings-title">{words.title}</Text>
          <HelpEntry page="settings" />
        </View>
        <View className="hr-quiet hr-settings-what">{words.what}</View>
        {made !== null && <View className="hr-quiet">{words.made(made.by, whenText(made.at, serverTime.now()))}</View>}
        {!model.maySave && (
          <View className="hr-settings-note" id="read-only">
            {words.readOnly}
          </View>
        )}
        {wide ? (
          <View className="hr-settings-wide">
            <View className="hr-settings-nav">
              {settingGroups.map((group) => (
                <Head key={group} group={group} model={model} on={group === chosen} onTap={() => setOpened(group)} />
              ))}
            </View>
            <View className="hr-card hr-settings-main">
              <GroupCard key={chosen} group={chosen} model={model} editing={editing} />
            </View>
          </View>
        ) : (
          settingGroups.map((group) => (
            <View key={group} className="hr-card hr-settings-fold">
              <Head
                group={group}
                model={model}
                on={group === opened}
                folds
                onTap={() => setOpened(group === opened ? undefined : group)}
              />
              {group === opened && <GroupCard group={group} model={model} editing={editing} />}
            </View>
          ))
        )}
      </View>
      <SaveBar model={model} />
      <Sheet id="leave-sheet" open={leaving} title={words.leave.title} onClose={() => setLeaving(false)}>
        <View className="hr-stack">
          <Action id="leave-stay" kind="primary" block onTap={() => setLeaving(false)}>
            {words.leave.stay}
          </Action>
          <Action id="leave-go" kind="danger" block onTap={leave}>
            {words.leave.go}
          </Action>
        </View>
      </Sheet>
    </Page>
  );
}

type HeadProps = { group: SettingGroup; model: SettingsModel; on: boolean; folds?: boolean; onTap(): void };

function Head({ group, model, on, folds = false, onTap }: HeadProps) {
  const own = model.editing?.draft.own ?? {};
  const count = groups[group].filter((name) => own[name] !== undefined).length;
  return (
    <View
      id={`open-${group}`}
      className={on ? 'hr-settings-group hr-settings-on' : 'hr-settings-group'}
      hoverClass="hr-link-pressed"
      {...aria({ role: 'button', expanded: on })}
      onClick={onTap}
    >
      <View className="hr-settings-group-what">
        <Text className="hr-settings-group-name">{words.groups[group].name}</Text>
        <Text className="hr-settings-group-text">{words.groups[group].text}</Text>
      </View>
      {count > 0 && <Text className="hr-settings-count">{words.changed(count)}</Text>}
      {folds && <View className={on ? 'hr-caret hr-caret-up' : 'hr-caret'} />}
    </View>
  );
}

export default SettingsPage;
