import { ScrollView, Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { type LearningSection, learningSections } from '#shared/copy/zh/learning.ts';
import { Page } from '../../components/page.tsx';
import { may } from '../may.tsx';
import { radio } from '../radio.ts';
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
  // Scrolled there once it stands: before that there is nowhere to scroll.
  const [inView, setInView] = useState('');
  useEffect(() => setInView(`learn-${chosen}`), [chosen]);
  const shown = learningSections.filter((one) => may(needs[one]));
  return (
    <Page wide className="hr-page">
      <View className="hr-learn">
        <Text className="hr-learn-title" {...aria({ role: 'heading' })}>
          {words.title}
        </Text>
        <ScrollView scrollX enableFlex className="hr-learn-tabs" scrollIntoView={inView}>
          <View className="hr-learn-tabs-all" {...aria({ role: 'radiogroup', label: words.sectionsLabel })}>
            {shown.map((one) => (
              <View
                key={one}
                id={`learn-${one}`}
                className={one === chosen ? 'hr-learn-tab hr-learn-tab-on' : 'hr-learn-tab'}
                hoverClass="hr-link-pressed"
                {...radio(one === chosen, () => setChosen(one))}
              >
                {words.sections[one]}
              </View>
            ))}
          </View>
        </ScrollView>
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
