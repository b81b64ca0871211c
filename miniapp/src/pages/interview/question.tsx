import { Button, Text, View } from '@tarojs/components';
import type { DraftContent } from '#shared/interview/draft.ts';
import { copy } from '../../copy.ts';
import type { SaveState } from '../../state/autosave.ts';
import type { ChatQuestion } from '../../state/chat.ts';
import { saveText } from './header.tsx';

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
  const facts = [words.number(number), question.required ? words.required : words.optional, words.about(question.minutes)];
  return (
    <View id={`question-${question.id}`} className='chat-question'>
      <View className='chat-question__head'>
        <Text className='chat-question__kind'>{copy.statuses.questionKind[question.kind]}</Text>
        <Text className='chat-question__facts'>{facts.join(' · ')}</Text>
      </View>
      {question.briefing === undefined ? null : (
        <View className='chat-bubble chat-bubble--theirs chat-bubble--briefing'>
          <Text className='chat-bubble__label'>{words.briefing}</Text>
          <Text userSelect>{question.briefing}</Text>
        </View>
      )}
      <View className='chat-bubble chat-bubble--theirs'>
        <Text userSelect>{question.prompt}</Text>
      </View>
      {content.sent.map((text, index) => (
        <View key={`${index}-${text.length}`} className='chat-mine'>
          <View className='chat-bubble chat-bubble--mine'>
            <Text userSelect>{text}</Text>
          </View>
          {active ? (
            <Button className='chat-mine__again' hoverClass='chat--pressed' onClick={() => onTakeBack(index)}>
              {words.editBubble}
            </Button>
          ) : null}
        </View>
      ))}
      {content.sent.length === 0 ? null : (
        <Text className={`chat-question__save chat-question__save--${save.kind}`}>{saveText(save)}</Text>
      )}
      {active ? null : (
        <View className='chat-question__line'>
          <Text>{content.done ? words.finishedLine : words.skippedLine}</Text>
          <Button
            className='chat-question__edit'
            hoverClass='chat--pressed'
            data-question={question.id}
            onClick={onAnswer}
          >
            {content.done ? words.edit : words.answerThis}
          </Button>
        </View>
      )}
    </View>
  );
}
