import { View } from '@tarojs/components';
import type { PositionDraft } from '#shared/organisation/position/draft.ts';
import { LongField } from '../../components/field.tsx';
import { LineField } from '../../components/line-field.tsx';
import { positionWords } from '../../words.ts';
import { Labelled } from './labelled.tsx';
import { Notes } from './notes.tsx';
import type { Editor } from './use-editor.ts';

const words = positionWords.notes;
type Briefing = NonNullable<PositionDraft['briefing']>;

/** What the position is called, and what candidates read before the first question. */
export function TextsSection({ editor, draft, revision }: { editor: Editor; draft: PositionDraft; revision: number }) {
  const { title, department, briefing, plan } = draft;
  const brief = (change: Partial<Briefing>) =>
    editor.edit(({ briefing: before, ...now }) => {
      const next = { title: '', text: '', ...before, ...change };
      return next.title.trim() === '' && next.text.trim() === '' ? now : { ...now, briefing: next };
    });
  return (
    <View id="part-notes" key={revision} className="hr-card hr-padded hr-edit-card">
      <View className="hr-edit-row">
        <Labelled label={words.name}>
          <LineField
            id="edit-title"
            label={words.name}
            text={title}
            longest={40}
            onText={(text) => editor.edit((now) => ({ ...now, title: text }))}
          />
        </Labelled>
        <Labelled label={words.department}>
          <LineField
            id="edit-department"
            label={words.department}
            text={department}
            longest={40}
            onText={(text) => editor.edit((now) => ({ ...now, department: text }))}
          />
        </Labelled>
      </View>
      <Notes findings={editor.findings} place="basics" />
      <Labelled label={words.introduction}>
        <LongField
          id="edit-introduction"
          label={words.introduction}
          text={plan.introduction}
          onText={(introduction) => editor.edit((now) => ({ ...now, plan: { ...now.plan, introduction } }))}
        />
      </Labelled>
      <Labelled label={words.briefingTitle}>
        <LineField
          id="edit-briefing-title"
          label={words.briefingTitle}
          text={briefing?.title ?? ''}
          longest={40}
          onText={(text) => brief({ title: text })}
        />
      </Labelled>
      <Labelled label={words.briefingText}>
        <LongField
          id="edit-briefing"
          label={words.briefingText}
          text={briefing?.text ?? ''}
          onText={(text) => brief({ text })}
        />
      </Labelled>
      <Notes findings={editor.findings} place="briefing" />
    </View>
  );
}
