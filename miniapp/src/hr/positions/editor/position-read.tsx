import { Text, View } from '@tarojs/components';
import type { PositionDraft, PositionSetting } from '#shared/organisation/position/draft.ts';
import { Chip } from '../../../components/card.tsx';
import { copy } from '../../../copy.ts';
import { positionWords } from '../../words.ts';
import { settingText } from '../setting-text.ts';
import type { Section } from './index.tsx';
import { settingOrder } from './settings-section.tsx';
import type { PositionView } from './use-editor.ts';

type Props = { section: Section; draft: PositionDraft; base: PositionView };

/** What the editor shows, for who looks and changes nothing. */
export function PositionRead({ section, draft, base }: Props) {
  switch (section) {
    case 'model':
      return <Model draft={draft} />;
    case 'questions':
      return <Questions draft={draft} />;
    case 'settings':
      return <Settings draft={draft} base={base} />;
    case 'notes':
      return <Texts draft={draft} />;
  }
}

const Model = ({ draft }: Pick<Props, 'draft'>) => (
  <View id="part-model">
    {draft.plan.competencies.map(({ name, weight, description }) => (
      <View key={name} className="hr-card hr-padded hr-edit-card">
        <View className="hr-heading-row">
          <Text className="hr-question-number">{name}</Text>
          <Text className="hr-tabular">{`${Math.round(weight * 100)}%`}</Text>
        </View>
        <View className="hr-quiet">{description}</View>
      </View>
    ))}
  </View>
);

const Questions = ({ draft }: Pick<Props, 'draft'>) => (
  <View id="part-questions">
    {draft.plan.questions.map(({ id, kind, prompt, briefing, required, keyPoints, competencies }, i) => (
      <View key={id} className="hr-card hr-padded hr-edit-card">
        <View className="hr-question-facts">
          <Text className="hr-question-number">{positionWords.questions.number(i + 1)}</Text>
          <Chip>{copy.statuses.questionKind[kind]}</Chip>
          {required && <Chip>{positionWords.questions.required}</Chip>}
          <Text className="hr-quiet">{competencies.join(positionWords.settings.list)}</Text>
        </View>
        <Text className="hr-question-prompt">{prompt}</Text>
        {briefing === undefined ? null : <View className="hr-quiet">{briefing}</View>}
        <View>
          {keyPoints.map((point) => (
            <View key={point} className="hr-quiet">{`· ${point}`}</View>
          ))}
        </View>
      </View>
    ))}
  </View>
);

const words = positionWords.settings;

function Settings({ draft, base }: Omit<Props, 'section'>) {
  const texts = settingOrder.map((name: PositionSetting) => {
    const own = draft.settings[name];
    return { name, own: own !== undefined, text: settingText(name, own ?? base.inherited[name]) };
  });
  return (
    <View id="part-settings">
      <View className="hr-card">
        {texts.map(({ name, own, text }) => (
          <View key={name} className="hr-setting" id={`setting-${name}`}>
            <View className="hr-setting-what">
              <Text className="hr-setting-name">{words.names[name]}</Text>
              <Text className={own ? 'hr-setting-from hr-setting-own' : 'hr-setting-from'}>
                {own ? `${words.own} · ${text}` : words.inherited(text)}
              </Text>
            </View>
          </View>
        ))}
      </View>
      <View className="hr-heading">{words.criteria}</View>
      {draft.criteria.map((criterion) => (
        <View key={criterion.name} className="hr-card hr-padded hr-edit-card">
          <Text>{criterion.name}</Text>
          <View className="hr-quiet">{criterion.words.join(words.list)}</View>
        </View>
      ))}
    </View>
  );
}

const notes = positionWords.notes;

function Texts({ draft: { plan, briefing } }: Pick<Props, 'draft'>) {
  const parts = [
    { name: notes.introduction, text: plan.introduction },
    { name: notes.briefingTitle, text: briefing?.title ?? '' },
    { name: notes.briefingText, text: briefing?.text ?? '' },
  ];
  return (
    <View id="part-notes" className="hr-card hr-padded hr-edit-card">
      {parts
        .filter(({ text }) => text !== '')
        .map(({ name, text }) => (
          <View key={name}>
            <View className="hr-quiet">{name}</View>
            <View>{text}</View>
          </View>
        ))}
    </View>
  );
}
