import { Text, View } from '@tarojs/components';
import { Chip } from '../../components/card.tsx';
import { copy } from '../../copy.ts';
import { words } from '../words.ts';
import { type Missing, standingOf, tally } from './answered.ts';
import { highlight } from './highlight.ts';
import { type Answer, anchor, type Item, type Place } from './quoted.ts';
import type { Review } from './use-review.ts';
import './answers-section.scss';

type Props = {
  review: Review;
  /** Why there is no score. */
  missing: Missing | undefined;
  active: Place | undefined;
};

/** Every question with what was said, the evidence marked in it, and what was not said. */
export function AnswersSection({ review, missing, active }: Props) {
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
          missing={missing}
          active={active?.questionId === answer.questionId ? active : undefined}
        />
      ))}
    </View>
  );
}

type BlockProps = Omit<Props, 'review'> & { number: number; answer: Answer; item: Item | undefined };

function AnswerBlock({ number, answer, item, missing, active }: BlockProps) {
  const standing = standingOf(answer);
  const unanswered = answer.text.trim() === '';
  return (
    <View className="hr-card hr-answer" id={`answer-${answer.questionId}`}>
      <View className="hr-answer-head">
        <Text className="hr-answer-number">{words.review.question(number)}</Text>
        <Chip tone="plain">{copy.statuses.questionKind[answer.kind]}</Chip>
        {item?.score == null ? (
          <Text className="hr-answer-standing">{standing === 'counted' ? words.review.finished : ''}</Text>
        ) : (
          <Text className="hr-answer-score">{words.review.points(Math.round(item.score))}</Text>
        )}
      </View>
      <View className="hr-answer-prompt">{answer.prompt}</View>
      {unanswered ? (
        <View className="hr-answer-none">{words.review.unanswered}</View>
      ) : (
        <Text className="hr-answer-text" userSelect>
          {highlight(answer.text, item?.evidence ?? [], active).map((piece) => (
            <Text
              key={piece.start}
              id={anchor({ questionId: answer.questionId, start: piece.start })}
              className={piece.active ? 'hr-mark hr-mark-active' : piece.marked ? 'hr-mark' : ''}
            >
              {piece.text}
            </Text>
          ))}
        </Text>
      )}
      {standing === 'unfinished' && missing !== 'lapsed' && (
        <View className="hr-answer-chips">
          <Chip tone="amber">{words.review.notCounted}</Chip>
        </View>
      )}
      {item && item.flags.length > 0 && (
        <View className="hr-answer-chips">
          {item.flags.map((flag) => (
            <Chip key={flag} tone="amber">
              {words.flags[flag]}
            </Chip>
          ))}
        </View>
      )}
      {item && !unanswered && item.missing.length > 0 && (
        <View className="hr-answer-missed">
          <View>{words.review.missed}</View>
          {item.missing.map((keyPoint) => (
            <View key={keyPoint} className="hr-answer-point">
              – {keyPoint}
            </View>
          ))}
        </View>
      )}
    </View>
  );
}
