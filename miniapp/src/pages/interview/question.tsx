import { Text, View } from '@tarojs/components';
import type { DraftContent } from '#shared/interview/draft.ts';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import type { SaveState } from '../../state/autosave.ts';
import type { ChatQuestion } from '../../state/chat.ts';
import { saveText } from './header.tsx';
import { Place } from './place.tsx';

type Props = {
  question: ChatQuestion;
  number: number;
  content: DraftContent;
  save: SaveState;
  active: boolean;
  onAnswer: () => void;
  onTakeBack: (index: number) => void;
};

/** One question of the conversation: what the interviewer says, what I said, and how it stands. */
export function Question({ question, number, content, save, active, onAnswer, onTakeBack }: Props) {
  const words = copy.candidate.interview;
  const facts = [
    words.number(number),
    question.required ? words.required : words.optional,
    words.about(question.minutes),
  ];
  return (
    <View id={`question-${question.id}`} className="chat-question">
      <Place name={`question-${question.id}`} />
      <View className="chat-question__head">
        <Text className="chat-question__kind">{copy.statuses.questionKind[question.kind]}</Text>
        <Text className="chat-question__facts">{facts.join(' · ')}</Text>
      </View>
      {question.briefing === undefined ? null : (
        <View className="chat-bubble chat-bubble--theirs chat-bubble--briefing">
          <Text className="chat-bubble__label">{words.briefing}</Text>
          <Text userSelect>{question.briefing}</Text>
        </View>
      )}
      <Place name={`prompt-${question.id}`} />
      <View id={`ask-${question.id}`} className="chat-bubble chat-bubble--theirs">
        <Text userSelect>{question.prompt}</Text>
      </View>
      {content.sent.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bubbles have no id, and two may say the same
        <View key={index} className="chat-mine">
          {index === content.sent.length - 1 ? <Place name={`latest-${question.id}`} /> : null}
          <View className="chat-bubble chat-bubble--mine">
            <Text userSelect>{text}</Text>
          </View>
          <View className="chat-mine__foot">
            {active ? (
              <Tap className="chat-mine__again" pressed="chat--pressed" onTap={() => onTakeBack(index)}>
                {words.editBubble}
              </Tap>
            ) : null}
            {index === content.sent.length - 1 ? (
              <Text className={`chat-mine__save chat-mine__save--${save.kind}`}>{saveText(save)}</Text>
            ) : null}
          </View>
        </View>
      ))}
      {active ? null : (
        <View className="chat-question__line">
          <Text>{content.done ? words.finishedLine : words.skippedLine}</Text>
          <Tap id={`edit-${question.id}`} className="chat-question__edit" pressed="chat--pressed" onTap={onAnswer}>
            {content.done ? words.edit : words.answerThis}
          </Tap>
        </View>
      )}
    </View>
  );
}
