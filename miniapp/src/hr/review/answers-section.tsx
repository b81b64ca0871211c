import { View } from '@tarojs/components';
import type { Ratings } from '../judgement/use-ratings.ts';
import type { Playback } from '../listen/use-playback.ts';
import { words } from '../words.ts';
import { AnswerBlock } from './answer-block.tsx';
import { type Missing, tally } from './answered.ts';
import type { Review } from './dossier.ts';
import type { Place } from './quoted.ts';
import type { Selected } from './use-selected-text.ts';
import './answers-section.scss';

type Props = {
  review: Review;
  /** Why there is no score. */
  missing: Missing | undefined;
  active: Place | undefined;
  /** The answer that keys rate; none where there are no keys. */
  current: string | undefined;
  selected: Selected | undefined;
  playback: Playback;
  ratings: Ratings;
  onCurrent(questionId: string): void;
  onPlace(place: Place): void;
  /** Someone means that a key point was said after all; with the words they selected, if any. Absent: not here. */
  onAccept: ((questionId: string, keyPoint: string | undefined, phrase: string | undefined) => void) | undefined;
};

/** Every question with what was said, the evidence marked in it, and what was not said. */
export function AnswersSection({ review, missing, active, current, selected, ...rest }: Props) {
  const { report, answers } = review;
  return (
    <View>
      {missing !== undefined && (
        <View className="hr-card hr-answers-note" id="answers-note">
          <View className="hr-answers-why">{words.review.noScoreWhy[missing]}</View>
          <View className="hr-quiet hr-tabular">{tally(words.review, answers, missing)}</View>
          <View className="hr-quiet">{words.review.noScoreThen[missing]}</View>
        </View>
      )}
      {answers.map((answer, index) => (
        <AnswerBlock
          key={answer.questionId}
          number={index + 1}
          answer={answer}
          item={report?.items.find((item) => item.questionId === answer.questionId)}
          rateable={report !== null}
          missing={missing}
          active={active?.questionId === answer.questionId ? active : undefined}
          isCurrent={current === answer.questionId}
          selected={selected?.questionId === answer.questionId ? selected.text : undefined}
          {...rest}
        />
      ))}
    </View>
  );
}

export type AnswersProps = Props;
