import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { type LearningSection, learningSections } from '#shared/copy/zh/learning.ts';
import { Page } from '../../components/page.tsx';
import { Tabs } from '../components/tabs.tsx';
import { HelpEntry } from '../help/help-entry.tsx';
import { may } from '../may.tsx';
import { learningWords as words } from '../words.ts';
import { DemandSection } from './sections/demand.tsx';
import { FairnessSection } from './sections/fairness.tsx';
import { NoShowSection } from './sections/no-show.tsx';
import { OutcomesSection } from './sections/outcomes.tsx';
import { OverviewSection } from './sections/overview.tsx';
import { QuestionsSection } from './sections/questions.tsx';
import { WeightsSection } from './sections/weights.tsx';
import '../styles/page.scss';
import './index.scss';

/** What each part asks the server for: whoever may not, does not see it. */
const needs = {
  overview: 'learning.overview',
  questions: 'learning.questions',
  weights: 'learning.weights',
  no_show: 'learning.noShow',
  demand: 'learning.demand',
  fairness: 'learning.fairness',
  outcomes: 'outcome.list',
} as const satisfies Record<LearningSection, string>;

/** 「学习与公平」: what the company learns from its interviews, how sure that is, and what to do about it. */
function LearningPage() {
  const { section = '' } = useRouter().params;
  const asked = learningSections.find((one) => one === section) ?? 'overview';
  const [chosen, setChosen] = useState<LearningSection>(asked);
  const shown = learningSections.filter((one) => may(needs[one]));
  return (
    <Page wide className="hr-page">
      <View className="hr-learn">
        <View className="hr-learn-head">
          <Text className="hr-learn-title" {...aria({ role: 'heading' })}>
            {words.title}
          </Text>
          <HelpEntry page="learning" />
        </View>
        <Tabs<LearningSection>
          id="learn"
          label={words.sectionsLabel}
          tabs={shown.map((value) => ({ value, name: words.sections[value] }))}
          chosen={chosen}
          onChoose={setChosen}
          scrolls
        />
        <Section of={chosen} onGo={setChosen} />
      </View>
    </Page>
  );
}

type Go = (section: LearningSection) => void;

function Section({ of, onGo }: { of: LearningSection; onGo: Go }) {
  switch (of) {
    case 'overview':
      return <OverviewSection onGo={onGo} />;
    case 'questions':
      return <QuestionsSection />;
    case 'weights':
      return <WeightsSection onGo={onGo} />;
    case 'no_show':
      return <NoShowSection />;
    case 'demand':
      return <DemandSection />;
    case 'fairness':
      return <FairnessSection />;
    case 'outcomes':
      return <OutcomesSection />;
  }
}

export default LearningPage;
