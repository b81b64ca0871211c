import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { aria } from '#platform/aria.ts';
import { Chip } from '../../components/card.tsx';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import { RatingRow } from '../judgement/rating-row.tsx';
import { ClipBlock } from '../listen/clip-block.tsx';
import { may } from '../may.tsx';
import { evaluationWords, reportWords, words } from '../words.ts';
import { standingOf } from './answered.ts';
import type { AnswersProps } from './answers-section.tsx';
import { highlight } from './highlight.ts';
import { keyPointsOf } from './key-points.ts';
import { type Answer, anchor, type Item } from './quoted.ts';
import { reviewUrl } from './review-url.ts';
import { StructureRow } from './structure-row.tsx';

type Props = Omit<AnswersProps, 'review' | 'current' | 'selected'> & {
  number: number;
  answer: Answer;
  item: Item | undefined;
  rateable: boolean;
  isCurrent: boolean;
  selected: string | undefined;
};

export function AnswerBlock(props: Props) {
  const { number, answer, item, rateable, missing, active, isCurrent, selected, playback, ratings } = props;
  const { questionId } = answer;
  const standing = standingOf(answer);
  const silent = answer.text.trim() === '';
  const empty = silent && answer.clips.length === 0;
  return (
    <View
      className={isCurrent ? 'hr-card hr-answer hr-answer-current' : 'hr-card hr-answer'}
      id={`answer-${questionId}`}
      onClick={() => props.onCurrent(questionId)}
    >
      <View className="hr-answer-head">
        <Text className="hr-answer-number">{words.review.question(number)}</Text>
        <Chip tone="plain">{copy.statuses.questionKind[answer.kind]}</Chip>
        <Verdict item={item} counted={standing === 'counted'} scored={missing !== 'unscored'} />
      </View>
      <View className="hr-answer-prompt">{answer.prompt}</View>
      {answer.asked.map((ask) => (
        <View key={ask} className="hr-answer-asked">
          <Text className="hr-answer-asked-sign">{reportWords.followUp}</Text>
          <Text>{ask}</Text>
        </View>
      ))}
      {answer.clips.map((clip) => (
        <ClipBlock key={clip.clipId} questionId={questionId} clip={clip} playback={playback} />
      ))}
      {empty && <View className="hr-answer-none">{words.review.unanswered}</View>}
      {!silent && (
        <Text className="hr-answer-text" id={`said-${questionId}`} userSelect>
          {highlight(answer.text, item?.evidence ?? [], { active, withheld: item?.withheld }).map((piece) => (
            <Text key={piece.start} id={anchor({ questionId, start: piece.start })} className={markOf(piece)}>
              {piece.text}
            </Text>
          ))}
        </Text>
      )}
      {selected !== undefined && props.onAccept && keyPointsOf(answer, item).some(({ evidence }) => !evidence) && (
        <Tap
          id={`accept-selection-${questionId}`}
          className="hr-answer-selected"
          pressed="hr-link-pressed"
          keepsKeyboard
          onTap={() => props.onAccept?.(questionId, undefined, selected)}
        >
          <Text className="hr-answer-selected-words">{reportWords.paraphrase.selected(selected)}</Text>
          <Text className="hr-answer-selected-what">{reportWords.paraphrase.fromSelection}</Text>
        </Tap>
      )}
      {answer.seconds !== null && !empty && (
        <View className="hr-answer-time">
          {reportWords.seconds(durationText(answer.seconds))}
          {answer.overtime && ` · ${evaluationWords.flag.overtime}`}
        </View>
      )}
      {standing === 'unfinished' && missing !== 'lapsed' && (
        <View className="hr-answer-chips">
          <Chip tone="amber">{words.review.notCounted}</Chip>
        </View>
      )}
      <Flags item={item} />
      {answer.similarTo.map((applicationId, index) => (
        <Tap
          key={applicationId}
          className="hr-link hr-answer-similar"
          pressed="hr-link-pressed"
          onTap={() => void Taro.navigateTo({ url: reviewUrl(applicationId) })}
        >
          {reportWords.similar(index + 1)}
        </Tap>
      ))}
      {item?.structure && !silent && (
        <StructureRow structure={item.structure} onPlace={(span) => props.onPlace({ ...span, questionId })} />
      )}
      {item && !empty && <KeyPoints {...props} item={item} />}
      {rateable && !empty && may('report.rate') && (
        <RatingRow
          questionId={questionId}
          rating={ratings.of(answer)}
          failed={ratings.failed === questionId}
          keys={isCurrent}
          onRate={(level) => void ratings.rate(questionId, level)}
        />
      )}
    </View>
  );
}

function Verdict({ item, counted, scored }: { item: Item | undefined; counted: boolean; scored: boolean }) {
  if (item && item.score !== null) {
    return <Text className="hr-answer-score">{words.review.points(Math.round(item.score))}</Text>;
  }
  const text = item && counted && scored ? reportWords.insufficient : counted ? words.review.finished : '';
  return <Text className="hr-answer-standing">{text}</Text>;
}

/** Each flag with what it did: nothing is held back in silence. */
function Flags({ item }: { item: Item | undefined }) {
  if (!item || item.flags.length === 0) return null;
  return (
    <View className="hr-answer-flags">
      {item.flags.map((flag) => (
        <View key={flag} className="hr-answer-flag">
          <Text className="hr-answer-flag-name">{evaluationWords.flag[flag]}</Text>
          <Text>{evaluationWords.flagMeaning[flag]}</Text>
        </View>
      ))}
      {(item.withheld?.length ?? 0) > 0 && <View className="hr-answer-withheld">{reportWords.withheld}</View>}
    </View>
  );
}

function KeyPoints({ answer, item, onAccept }: Props & { item: Item }) {
  return (
    <View className="hr-points">
      <View className="hr-points-title">{reportWords.keyPoints}</View>
      {keyPointsOf(answer, item).map(({ keyPoint, evidence }) => (
        <View key={keyPoint} className="hr-point">
          <Text
            className={evidence ? 'hr-point-sign hr-reason-shown' : 'hr-point-sign hr-reason-missing'}
            {...aria({ role: 'img', label: evidence ? reportWords.pointShown : reportWords.pointMissed })}
          >
            {evidence ? '✓' : '–'}
          </Text>
          <View className="hr-point-text">
            <Text>{keyPoint}</Text>
            {!evidence && <Text className="hr-point-standing"> {reportWords.pointMissed}</Text>}
            {evidence?.paraphrase !== undefined && (
              <View className="hr-point-paraphrase">{reportWords.pointByParaphrase(evidence.paraphrase)}</View>
            )}
          </View>
          {!evidence && onAccept && answer.text.trim() !== '' && (
            <Tap
              className="hr-point-accept"
              pressed="hr-link-pressed"
              label={`${reportWords.paraphrase.accept} ${keyPoint}`}
              onTap={() => onAccept(answer.questionId, keyPoint, undefined)}
            >
              {reportWords.paraphrase.accept}
            </Tap>
          )}
        </View>
      ))}
    </View>
  );
}

function markOf({ active, marked, withheld }: ReturnType<typeof highlight>[number]): string {
  const marks = [
    'hr-piece',
    active && 'hr-mark-active',
    (marked || active) && 'hr-mark',
    withheld && 'hr-mark-withheld',
  ];
  return marks.filter(Boolean).join(' ');
}

export const durationText = (seconds: number): string =>
  reportWords.duration(Math.floor(seconds / 60), Math.round(seconds % 60));
