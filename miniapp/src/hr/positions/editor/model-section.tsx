import { Text, View } from '@tarojs/components';
import type { Competency } from '#shared/interview/plan.ts';
import type { PositionDraft } from '#shared/organisation/position/draft.ts';
import { percentOf } from '#shared/organisation/position/lint.ts';
import { scaledToHundred } from '#shared/organisation/position/weights.ts';
import { Action } from '../../../components/action.tsx';
import { LongField } from '../../components/field.tsx';
import { LineField } from '../../components/line-field.tsx';
import { Switch } from '../../components/switch.tsx';
import { positionWords } from '../../words.ts';
import { Labelled } from './labelled.tsx';
import { Notes } from './notes.tsx';
import type { Editor } from './use-editor.ts';

const words = positionWords.model;

/** The same draft with another competency in this place; the questions that ask for it follow a new name. */
function withCompetency(draft: PositionDraft, index: number, next: Competency): PositionDraft {
  const before = draft.plan.competencies[index]?.name;
  const competencies = draft.plan.competencies.map((one, at) => (at === index ? next : one));
  const renamed = (name: string) => (name === before ? next.name : name);
  const questions =
    before === next.name
      ? draft.plan.questions
      : draft.plan.questions.map((one) => ({ ...one, competencies: one.competencies.map(renamed) }));
  return { ...draft, plan: { ...draft.plan, competencies, questions } };
}

const withCompetencies = (draft: PositionDraft, competencies: Competency[]): PositionDraft => ({
  ...draft,
  plan: { ...draft.plan, competencies },
});

export function ModelSection({ editor, draft, revision }: { editor: Editor; draft: PositionDraft; revision: number }) {
  const { competencies, questions } = draft.plan;
  const sum = percentOf(competencies.reduce((all, { weight }) => all + weight, 0));
  const scale = (now: PositionDraft) => {
    const percents = scaledToHundred(now.plan.competencies.map(({ weight }) => percentOf(weight)));
    const scaled = now.plan.competencies.map((one, index) => ({ ...one, weight: (percents[index] ?? 0) / 100 }));
    return withCompetencies(now, scaled);
  };
  const add = (now: PositionDraft) => {
    const name = `${words.fresh} ${now.plan.competencies.length + 1}`;
    return withCompetencies(now, [...now.plan.competencies, { name, weight: 0, description: '' }]);
  };
  return (
    <View id="part-model">
      <View className="hr-sum">
        <Text id="weights-sum" className={sum === 100 ? 'hr-sum-number' : 'hr-sum-number hr-sum-wrong'}>
          {words.sum(sum)}
        </Text>
        {sum !== 100 && <Text className="hr-sum-rest">{words.sumShort(Math.round((100 - sum) * 10) / 10)}</Text>}
        <Action id="scale-weights" disabled={sum === 100} onTap={() => editor.replace(scale)}>
          {words.even}
        </Action>
      </View>
      {competencies.map((competency, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: its name is what is being typed
        <View key={`${revision}-${index}`} className="hr-card hr-padded hr-edit-card" id={`competency-${index}`}>
          <View className="hr-edit-row">
            <View className="hr-grow">
              <Labelled label={words.name}>
                <LineField
                  id={`competency-name-${index}`}
                  label={words.name}
                  text={competency.name}
                  longest={20}
                  onText={(name) => editor.edit((now) => withCompetency(now, index, { ...at(now, index), name }))}
                />
              </Labelled>
            </View>
            <View className="hr-weight">
              <Labelled label={words.weight}>
                <LineField
                  id={`competency-weight-${index}`}
                  label={words.weight}
                  text={String(percentOf(competency.weight))}
                  longest={4}
                  numeric
                  onText={(text) => editor.edit((now) => withCompetency(now, index, weighed(at(now, index), text)))}
                />
              </Labelled>
            </View>
          </View>
          <View className="hr-bar hr-weight-bar">
            <View className="hr-bar-done" style={{ width: `${Math.min(100, percentOf(competency.weight))}%` }} />
          </View>
          <Text className="hr-quiet">
            {words.used(questions.filter((one) => one.competencies.includes(competency.name)).length)}
          </Text>
          <Labelled label={words.description}>
            <LongField
              id={`competency-description-${index}`}
              label={words.description}
              text={competency.description}
              onText={(description) =>
                editor.edit((now) => withCompetency(now, index, { ...at(now, index), description }))
              }
            />
          </Labelled>
          <Notes findings={editor.findings} place="competencies" index={index} />
          <View className="hr-edit-foot">
            <Switch
              id={`competency-culture-${index}`}
              on={competency.kind === 'culture'}
              label={words.culture}
              text={words.culture}
              onChange={(on) =>
                editor.edit((now) => withCompetency(now, index, { ...at(now, index), kind: on ? 'culture' : 'skill' }))
              }
            />
            {competencies.length > 1 && (
              <Action
                id={`competency-remove-${index}`}
                kind="danger"
                onTap={() =>
                  editor.remove(competency.name, (now) =>
                    withCompetencies(
                      now,
                      now.plan.competencies.filter((_, place) => place !== index),
                    ),
                  )
                }
              >
                {words.remove}
              </Action>
            )}
          </View>
        </View>
      ))}
      <Notes findings={editor.findings} place="competencies" index={null} />
      <Action id="add-competency" block onTap={() => editor.replace(add)}>
        {words.add}
      </Action>
    </View>
  );
}

const nobody: Competency = { name: '', weight: 0, description: '' };
const at = ({ plan }: PositionDraft, index: number): Competency => plan.competencies[index] ?? nobody;
function weighed(competency: Competency, text: string): Competency {
  const percent = Number(text.trim());
  return Number.isFinite(percent) ? { ...competency, weight: Math.min(100, Math.max(0, percent)) / 100 } : competency;
}
