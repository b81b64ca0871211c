import { Text, View } from '@tarojs/components';
import type { Finding } from '#shared/organisation/position/lint.ts';
import { Tap } from '../../../components/tap.tsx';
import { positionWords } from '../../words.ts';
import { findingText } from './notes.tsx';

type Section = 'model' | 'questions' | 'settings' | 'notes';
type Props = {
  findings: Finding[];
  onPlace(section: Section): void;
};

const words = positionWords.editor;
const sectionOf = {
  basics: 'notes',
  competencies: 'model',
  questions: 'questions',
  settings: 'settings',
  briefing: 'notes',
} as const satisfies Record<Finding['place'], Section>;

/** Beside the editor, or below it on a phone: what the checks say. */
export function SidePanel({ findings, onPlace }: Props) {
  const where = ({ place, index }: Finding) =>
    place === 'questions' && index !== null ? `${positionWords.questions.number(index + 1)} ` : '';
  return (
    <View className="hr-editor-side">
      <View className="hr-heading">{words.findings}</View>
      <View className="hr-card hr-padded" id="all-findings">
        {findings.length === 0 && <Text className="hr-quiet">{words.fine}</Text>}
        {findings.map((one) => (
          <Tap
            key={`${one.code}-${one.place}-${one.index}`}
            className={`hr-finding hr-finding-${one.level} hr-finding-way`}
            pressed="hr-link-pressed"
            onTap={() => onPlace(sectionOf[one.place])}
          >
            {where(one)}
            {findingText(one)}
          </Tap>
        ))}
      </View>
    </View>
  );
}
