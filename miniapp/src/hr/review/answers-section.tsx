import { Text, View } from '@tarojs/components';
import { Chip } from '../../components/card.tsx';
import { copy } from '../../copy.ts';
import { words } from '../words.ts';
import { highlight } from './highlight.ts';
import { type Answer, anchor, type Place } from './quoted.ts';
import type { Review } from './use-review.ts';
import './answers-section.scss';

type Props = { review: Review; active: Place | undefined };
type Item = Review['report']['items'][number];

/** Every question with what was said, the evidence marked in it, and what was not said. */
export function AnswersSection({ review, active }: Props) {
  return (
    <View>
      {review.answers.map((answer, index) => (
        <AnswerBlock
          key={answer.questionId}
          number={index + 1}
          answer={answer}
          item={review.report.items.find((item) => item.questionId === answer.questionId)}
          active={active?.questionId === answer.questionId ? active : undefined}
        />
      ))}
    </View>
  );
}

type BlockProps = { number: number; answer: Answer; item: Item | undefined; active: Place | undefined };

function AnswerBlock({ number, answer, item, active }: BlockProps) {
  const unanswered = answer.text.trim() === '';
  return (
    <View className="hr-card hr-answer" id={`answer-${answer.questionId}`}>
      <View className="hr-answer-head">
        <Text className="hr-answer-number">{words.review.question(number)}</Text>
        <Chip tone="plain">{copy.statuses.questionKind[answer.kind]}</Chip>
        <Text className="hr-answer-score">
          {item?.score == null ? '' : words.review.points(Math.round(item.score))}
        </Text>
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
      {!unanswered && !answer.counted && <View className="hr-answer-note">{words.review.notCounted}</View>}
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
