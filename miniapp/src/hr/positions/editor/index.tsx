import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { BackCatcher } from '#platform/back-catcher.tsx';
import { hasErrors } from '#shared/organisation/position/lint.ts';
import { Action } from '../../../components/action.tsx';
import { Page } from '../../../components/page.tsx';
import { Skeleton } from '../../../components/states.tsx';
import { Choices } from '../../components/choices.tsx';
import { Failure } from '../../components/states.tsx';
import { HelpEntry } from '../../help/help-entry.tsx';
import { May, may } from '../../may.tsx';
import { words as hrWords, positionWords } from '../../words.ts';
import { previewUrl } from '../urls.ts';
import { ArchiveSheet } from './archive-sheet.tsx';
import { ConflictSheet } from './conflict-sheet.tsx';
import { HistorySheet } from './history-sheet.tsx';
import { LeaveSheet } from './leave-sheet.tsx';
import { ModelSection } from './model-section.tsx';
import { PositionRead } from './position-read.tsx';
import { QuestionsSection } from './questions-section.tsx';
import { SaveBar } from './save-bar.tsx';
import { SaveSheet } from './save-sheet.tsx';
import { SettingsSection } from './settings-section.tsx';
import { SidePanel } from './side-panel.tsx';
import { TextsSection } from './texts-section.tsx';
import { useEditor } from './use-editor.ts';
import '../../styles/page.scss';
import '../../styles/setting.scss';
import '../index.scss';
import './index.scss';

export type Section = 'model' | 'questions' | 'settings' | 'notes';
type Opened = 'save' | 'history' | 'archive' | 'leave';

const words = positionWords.editor;
const sections: Section[] = ['questions', 'model', 'settings', 'notes'];

function EditorPage() {
  const { positionId = '' } = useRouter().params;
  const editor = useEditor(positionId);
  const [section, setSection] = useState<Section>('questions');
  const [sheet, setSheet] = useState<Opened>();
  const [gone, setGone] = useState(false);
  const { editing, loaded } = editor;

  if (editing === undefined) {
    return (
      <Page wide className="hr-page">
        {loaded.phase === 'failed' ? <Failure error={loaded.error} onRetry={loaded.reload} /> : <Skeleton />}
      </Page>
    );
  }
  const { draft, base, revision } = editing;
  const archived = base.position.archivedAt !== undefined;
  const leave = () => {
    setGone(true);
    setTimeout(() => void Taro.navigateBack());
  };
  const preview = () => void Taro.navigateTo({ url: previewUrl(positionId) });
  const parts = { editor, draft, revision };
  const mine = may('position.save');
  return (
    <Page wide className="hr-page">
      <BackCatcher on={editor.dirty && !gone} message={words.leave.title} onBack={() => setSheet('leave')} />
      <View className="hr-editor">
        <View className="hr-editor-main">
          <View className="hr-editor-head">
            <Text className="hr-positions-title" id="position-name">
              {hrWords.workbench.opening(draft.department, draft.title)}
            </Text>
            <Text className="hr-quiet hr-tabular" id="position-version">
              {positionWords.history.version(base.made.version)}
            </Text>
            <View className="hr-editor-help">
              <HelpEntry page="editor" />
            </View>
          </View>
          <View className="hr-editor-ways">
            <Action id="open-preview" onTap={preview}>
              {words.preview}
            </Action>
            <Action id="open-history" onTap={() => setSheet('history')}>
              {words.history}
            </Action>
            <May to="position.archive">
              <Action id="open-archive" kind="quiet" onTap={() => setSheet('archive')}>
                {archived ? words.reopen : words.archive}
              </Action>
            </May>
          </View>
          {editing.restored && editor.dirty && (
            <View className="hr-restored" id="restored">
              {words.restored}
            </View>
          )}
          <View className="hr-editor-tabs">
            <Choices<Section>
              id="section"
              label={words.title}
              options={sections.map((value) => ({ value, name: words.sections[value] }))}
              chosen={section}
              onChoose={setSection}
            />
          </View>
          {!mine && <PositionRead section={section} draft={draft} base={base} />}
          {mine && section === 'model' && <ModelSection {...parts} />}
          {mine && section === 'questions' && <QuestionsSection {...parts} />}
          {mine && section === 'settings' && <SettingsSection {...parts} base={base} />}
          {mine && section === 'notes' && <TextsSection {...parts} />}
        </View>
        <SidePanel findings={editor.findings} onPlace={setSection} />
      </View>
      {mine && <SaveBar editor={editor} wrong={hasErrors(editor.findings)} onSave={() => setSheet('save')} />}
      {sheet === 'save' && (
        <SaveSheet
          editor={editor}
          underway={base.underway}
          onDone={() => setSheet(undefined)}
          onClose={() => setSheet(undefined)}
        />
      )}
      {sheet === 'history' && (
        <HistorySheet positionId={positionId} editor={editor} onClose={() => setSheet(undefined)} />
      )}
      {sheet === 'archive' && <ArchiveSheet editor={editor} archived={archived} onClose={() => setSheet(undefined)} />}
      {sheet === 'leave' && (
        <LeaveSheet
          onStay={() => setSheet(undefined)}
          onLater={leave}
          onDiscard={() => {
            editor.discard();
            leave();
          }}
        />
      )}
      {editor.theirs && <ConflictSheet editor={editor} theirs={editor.theirs} />}
    </Page>
  );
}

export default EditorPage;
