import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../api/call.ts';
import { Option } from '../../components/option.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { language } from '../../copy.ts';
import { LineField } from '../components/line-field.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { useCommand } from '../use-command.ts';
import { positionWords } from '../words.ts';

type Template = Output<'position.list'>['templates'][number];
type Props = { templates: Template[]; onCreated(positionId: string): void; onClose(): void };

const blank = 'blank';
const words = positionWords.newPosition;

/** A new position from one of the templates, which already says its name and department. */
export function CreateSheet({ templates, onCreated, onClose }: Props) {
  const [chosen, setChosen] = useState(templates[0]?.templateId ?? blank);
  const template = templates.find(({ templateId }) => templateId === chosen);
  const [typed, setTyped] = useState<{ title?: string; department?: string }>({});
  const title = (typed.title ?? template?.title ?? '').trim();
  const department = (typed.department ?? template?.department ?? '').trim();
  const command = useCommand((_, operationId) =>
    call('position.create', {
      input: { operationId, templateId: template?.templateId ?? null, language, title, department },
    }),
  );

  async function make() {
    const answer = await command.run(`${chosen}#${title}#${department}`);
    if (answer.ok) onCreated(answer.value.position.positionId);
  }
  const choose = (templateId: string) => {
    setChosen(templateId);
    setTyped({});
  };
  return (
    <Sheet open id="create-position" title={words.title} onClose={onClose}>
      <View className="hr-quiet">{words.from}</View>
      <View className="hr-templates" {...aria({ role: 'radiogroup', label: words.from })}>
        {templates.map((one) => (
          <Option
            key={one.templateId}
            id={`template-${one.templateId}`}
            className={one.templateId === chosen ? 'hr-template hr-template-on' : 'hr-template'}
            pressed="hr-link-pressed"
            chosen={one.templateId === chosen}
            onTap={() => choose(one.templateId)}
          >
            <Text className="hr-template-title">{one.title}</Text>
            <Text className="hr-template-text">{words.template(one.questions, one.minutes)}</Text>
          </Option>
        ))}
        <Option
          id="template-blank"
          className={chosen === blank ? 'hr-template hr-template-on' : 'hr-template'}
          pressed="hr-link-pressed"
          chosen={chosen === blank}
          onTap={() => choose(blank)}
        >
          <Text className="hr-template-title">{words.blank}</Text>
          <Text className="hr-template-text">{words.blankText}</Text>
        </Option>
      </View>
      <View key={chosen} className="hr-template-names">
        <View className="hr-labelled">
          <Text className="hr-label">{words.name}</Text>
          <LineField
            id="position-title"
            label={words.name}
            text={title}
            longest={40}
            onText={(text) => setTyped((now) => ({ ...now, title: text }))}
          />
        </View>
        <View className="hr-labelled">
          <Text className="hr-label">{words.department}</Text>
          <LineField
            id="position-department"
            label={words.department}
            text={department}
            longest={40}
            onText={(text) => setTyped((now) => ({ ...now, department: text }))}
          />
        </View>
      </View>
      {command.error && <CommandError error={command.error} safe={words.safe} />}
      <SheetActions
        id="confirm-create"
        cancel={words.cancel}
        confirm={words.make}
        busy={command.busy}
        disabled={title === '' || department === ''}
        onCancel={onClose}
        onConfirm={() => void make()}
      />
    </Sheet>
  );
}
