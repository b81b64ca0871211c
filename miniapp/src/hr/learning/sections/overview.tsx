import { Text, View } from '@tarojs/components';
import type { Output } from '#shared/contract/operations.ts';
import type { LearningSection } from '#shared/copy/zh/learning.ts';
import { call } from '../../../api/call.ts';
import { Tap } from '../../../components/tap.tsx';
import { learningWords as words } from '../../words.ts';
import { whole } from '../number-text.ts';
import { RunCard } from '../run-card.tsx';
import { Section } from '../section.tsx';

type Overview = Output<'learning.overview'>;
type Row = { section: LearningSection; text: string; warm?: boolean };

/** Everything in one look: what was found, and where to read more. */
export function OverviewSection({ onGo }: { onGo(section: LearningSection): void }) {
  return (
    <Section name="overview" lead={words.overview.lead} load={() => call('learning.overview')}>
      {(value) => {
        const rows = rowsOf(value);
        const at = value.fairness?.at ?? null;
        return (
          <>
            <RunCard at={at} />
            <View className="hr-card">
              {rows.map(({ section, text, warm = false }) => (
                <Tap
                  key={section}
                  id={`to-${section}`}
                  className="hr-learn-row"
                  pressed="hr-link-pressed"
                  onTap={() => onGo(section)}
                >
                  <View className="hr-learn-row-text">
                    <View className="hr-learn-strong">{words.sections[section]}</View>
                    <Text className={warm ? 'hr-learn-warm' : 'hr-quiet'}>{text}</Text>
                  </View>
                  <View className="hr-caret hr-caret-on" />
                </Tap>
              ))}
            </View>
          </>
        );
      }}
    </Section>
  );
}

function rowsOf({ questions, weights, noShow, demand, fairness, outcomes, helps }: Overview): Row[] {
  const w = words.overview;
  const helping = noShow?.state === 'on' ? ` · ${helps ? w.helps : w.notHelping}` : '';
  return [
    {
      section: 'questions',
      text: questions === null ? words.notYet : w.questions(questions.findings),
      warm: (questions?.findings ?? 0) > 0,
    },
    {
      section: 'weights',
      text: weights === null ? words.notYet : w.weights(weights.proposals, weights.positions),
      warm: (weights?.proposals ?? 0) > 0,
    },
    { section: 'no_show', text: noShow === null ? words.notYet : `${w.no_show[noShow.state]}${helping}` },
    {
      section: 'demand',
      text:
        demand === null
          ? words.notYet
          : demand.state === 'forecast'
            ? w.demand(whole(demand.expected))
            : w.demandInsufficient,
    },
    {
      section: 'fairness',
      text: fairness === null ? words.notYet : w.fairness(fairness.flagged),
      warm: (fairness?.flagged ?? 0) > 0,
    },
    { section: 'outcomes', text: w.outcomes(outcomes) },
  ];
}
