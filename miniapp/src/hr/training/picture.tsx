import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from '#platform/aria.ts';
import type { CourseId } from '#shared/training/courses.ts';
import { Chip, StatusChip } from '../../components/card.tsx';
import { copy } from '../../copy.ts';
import { ScoreRing } from '../components/score-ring.tsx';
import { statusWords, trainingWords, words } from '../words.ts';

/**
 * A step's illustration: the product's own parts with fixed contents, so that it looks like what it explains, follows
 * the language and the dark mode, and weighs nothing. Nothing in it can be tapped.
 */
export function Picture({ course, step }: { course: CourseId; step: number }) {
  return (
    <View
      className="hr-picture"
      {...aria({ role: 'img', label: trainingWords.courses[course].steps[step]?.title ?? '' })}
    >
      <View className="hr-picture-frame">{pictures[course][step]}</View>
    </View>
  );
}

const Button = ({ text, quiet = false }: { text: string; quiet?: boolean }) => (
  <View className={quiet ? 'hr-picture-button hr-picture-quiet' : 'hr-picture-button'}>{text}</View>
);
const Row = ({ children }: { children: ReactNode }) => <View className="hr-picture-row">{children}</View>;
const Arrow = () => <Text className="hr-picture-arrow">→</Text>;
const Line = ({ short = false }: { short?: boolean }) => (
  <View className={short ? 'hr-picture-line hr-picture-short' : 'hr-picture-line'} />
);
const Person = ({ name, children }: { name: string; children: ReactNode }) => (
  <Row>
    <View className="hr-picture-avatar">{name.slice(0, 1)}</View>
    <View className="hr-picture-grow">
      <Line />
      <Line short />
    </View>
    {children}
  </Row>
);
const match = words.invite.match;
const leave = trainingWords.sandbox.moves;

const pictures: Record<CourseId, ReactNode[]> = {
  start: [
    <View key="0">
      <Person name="A">
        <Chip tone="accent">{match(100)}</Chip>
      </Person>
      <Person name="B">
        <Chip>{match(40)}</Chip>
      </Person>
      <Button text={words.workbench.invite} />
    </View>,
    <View key="1">
      <View className="hr-picture-bubble">
        <Line />
        <Line />
        <Line short />
      </View>
      <Button text={words.invite.send} />
    </View>,
    <View key="2">
      <Row>
        <View className="hr-picture-mine">
          <Line short />
        </View>
      </Row>
      <Row>
        <Chip tone="accent">{trainingWords.sandbox.count(3, 5)}</Chip>
      </Row>
      <Button text={copy.candidate.titles.interviewTab} quiet />
    </View>,
    <View key="3">
      <Row>
        <StatusChip status="invited" />
        <Arrow />
        <StatusChip status="scheduled" />
      </Row>
      <Row>
        <Arrow />
        <StatusChip status="in_progress" />
        <Arrow />
        <StatusChip status="submitted" />
      </Row>
    </View>,
  ],
  results: [
    <View key="0">
      <Person name="A">
        <StatusChip status="submitted" />
      </Person>
      <Person name="B">
        <Chip>{words.workbench.report.generating}</Chip>
      </Person>
    </View>,
    <View key="1">
      <Row>
        <ScoreRing score={84} />
        <View className="hr-picture-grow">
          <Line />
          <Line short />
        </View>
      </Row>
      <View className="hr-picture-bubble">
        <Line short />
      </View>
    </View>,
    <View key="2">
      <Row>
        <ScoreRing score={84} />
        <Chip tone="amber">{words.review.uncalibrated}</Chip>
      </Row>
      <Row>
        {['1', '2', '3', '4', '5'].map((mark) => (
          <View key={mark} className={mark === '4' ? 'hr-picture-mark hr-picture-mark-on' : 'hr-picture-mark'}>
            {mark}
          </View>
        ))}
      </Row>
    </View>,
    <View key="3">
      <Button text={copy.statuses.outcome.second_interview} />
      <Button text={copy.statuses.outcome.pool} quiet />
    </View>,
  ],
  exits: [
    <View key="0" className="hr-picture-many">
      {[leave.end, leave.menu_leave, leave.close_window, leave.network_cut, leave.power_off].map((name) => (
        <Chip key={name}>{name}</Chip>
      ))}
    </View>,
    <View key="1">
      <Row>
        <Chip>{trainingWords.sandbox.count(3, 3)}</Chip>
        <Arrow />
        <StatusChip status="submitted" />
      </Row>
      <Row>
        <Chip>{trainingWords.sandbox.count(1, 3)}</Chip>
        <Arrow />
        <StatusChip status="incomplete" />
      </Row>
    </View>,
    <View key="2">
      {(['application', 'dossier', 'organisation', 'workbench'] as const).map((place) => (
        <Row key={place}>
          <Text className="hr-picture-name">{statusWords.whats[place]}</Text>
          <StatusChip status={place === 'workbench' ? 'in_progress' : 'submitted'} />
        </Row>
      ))}
      <Button text={statusWords.resync} />
    </View>,
    <View key="3">
      <Row>
        <StatusChip status="no_show" />
        <Arrow />
        <StatusChip status="scheduled" />
      </Row>
      <View className="hr-picture-bubble">
        <Line />
        <Line short />
      </View>
      <Button text={statusWords.correct.confirm} />
    </View>,
  ],
};
