import { Text, View } from '@tarojs/components';
import { isClip } from '#shared/interview/answer.ts';
import type { DraftContent } from '#shared/interview/draft.ts';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import type { SaveState } from '../../state/autosave.ts';
import type { ChatQuestion } from '../../state/chat.ts';
import type { Sitting } from '../../state/sitting.ts';
import { ClipBubble } from './clip-bubble.tsx';
import { saveText } from './header.tsx';
import { Place } from './place.tsx';
import type { Playback } from './use-playing.ts';

type Props = {
  sitting: Sitting;
  playback: Playback;
  recognition: boolean;
  question: ChatQuestion;
  number: number;
  content: DraftContent;
  save: SaveState;
  active: boolean;
  /** The interviewer reads the answer and may ask more. */
  thinking: boolean;
  /** Said about the time of this question. */
  note: string | undefined;
  onAnswer: () => void;
  onTakeBack: (index: number) => void;
};

/** One question of the conversation: what the interviewer says and asks on, what I said, and how it stands. */
export function Question(props: Props) {
  const { sitting, playback, recognition, question, number, content, save, active, thinking, note } = props;
  const words = copy.candidate.interview;
  const { id, asked, ways } = question;
  const code = ways.includes('code');
  const last = content.sent.length - 1;
  const facts = [
    words.number(number),
    question.required ? words.required : words.optional,
    words.about(question.minutes),
  ];
  /** What was asked after so many bubbles; what lies behind those that were taken out comes last. */
  const asksAfter = (count: number) =>
    asked.filter(({ after }) => (count > last ? after >= count : after === count)).map(({ ask }) => ask);
  return (
    <View id={`question-${id}`} className="chat-question">
      <Place name={`question-${id}`} />
      <View className="chat-question__head">
        <Text className="chat-question__kind">{copy.statuses.questionKind[question.kind]}</Text>
        <Text className="chat-question__facts">{facts.join(' · ')}</Text>
      </View>
      {question.briefing === undefined ? null : (
        <View className="chat-bubble chat-bubble--theirs chat-bubble--briefing">
          <Text className="chat-bubble__label">{code ? copy.room.composer.codeNote : words.briefing}</Text>
          <Text userSelect>{question.briefing}</Text>
        </View>
      )}
      <Place name={`prompt-${id}`} />
      <View id={`ask-${id}`} className="chat-bubble chat-bubble--theirs">
        <Text userSelect>{question.prompt}</Text>
      </View>
      {content.sent.map((bubble, index) => (
        <View key={isClip(bubble) ? bubble.clipId : index} className="chat-question__said">
          <View className="chat-mine">
            {index === last ? <Place name={`latest-${id}`} /> : null}
            {isClip(bubble) ? (
              <ClipBubble
                sitting={sitting}
                clip={bubble}
                questionId={id}
                playback={playback}
                recognition={recognition}
                active={active}
              />
            ) : (
              <>
                <View className={`chat-bubble chat-bubble--mine ${code ? 'chat-bubble--code' : ''}`}>
                  <Text userSelect>{bubble}</Text>
                </View>
                <View className="chat-mine__foot">
                  {active ? (
                    <Tap className="chat-mine__again" pressed="chat--pressed" onTap={() => props.onTakeBack(index)}>
                      {words.editBubble}
                    </Tap>
                  ) : null}
                  {index === last ? (
                    <Text className={`chat-mine__save chat-mine__save--${save.kind}`}>{saveText(save)}</Text>
                  ) : null}
                </View>
              </>
            )}
          </View>
          {asksAfter(index + 1).map((ask) => (
            <View key={ask} className="chat-bubble chat-bubble--theirs chat-bubble--ask">
              <Text className="chat-bubble__label">{copy.room.asked}</Text>
              <Text userSelect>{ask}</Text>
            </View>
          ))}
        </View>
      ))}
      {note === undefined ? null : <Text className="chat-question__note">{note}</Text>}
      {thinking ? (
        <View className="chat-bubble chat-bubble--theirs chat-thinking">
          <Text>{copy.room.thinking}</Text>
        </View>
      ) : null}
      {active || thinking ? null : (
        <View className="chat-question__line">
          <Text>{content.done ? words.finishedLine : words.skippedLine}</Text>
          <Tap id={`edit-${id}`} className="chat-question__edit" pressed="chat--pressed" onTap={props.onAnswer}>
            {content.done ? words.edit : words.answerThis}
          </Tap>
        </View>
      )}
    </View>
  );
}
