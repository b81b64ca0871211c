import { Button, Text, View } from '@tarojs/components';
import { answerCharacters } from '#shared/interview/answer.ts';
import type { DraftContent } from '#shared/interview/draft.ts';
import { limits } from '#shared/limits.ts';
import { useKeyboardHeight } from '#platform/keyboard.ts';
import { TextBox } from '../../components/text-box.tsx';
import { copy } from '../../copy.ts';
import { canFinish } from '../../state/edits.ts';

type Props = {
  number: number;
  content: DraftContent;
  revision: number;
  canSkip: boolean;
  onText(text: string): void;
  onSend(): void;
  onFinish(): void;
  onSkip(): void;
};

const nearLimit = 200;

export function Composer({ number, content, revision, canSkip, onText, onSend, onFinish, onSkip }: Props) {
  const words = copy.candidate.interview;
  const keyboard = useKeyboardHeight();
  const left = limits.answerCharacters - answerCharacters(content);
  const typing = content.typing.trim() !== '';
  return (
    <View className='composer' style={keyboard > 0 ? { paddingBottom: `${keyboard}px` } : {}}>
      {left >= nearLimit ? null : (
        <Text className={`composer__limit ${left < 0 ? 'composer__limit--over' : ''}`}>
          {left < 0 ? words.tooLong(-left) : words.nearLimit(left)}
        </Text>
      )}
      <View className='composer__row'>
        <TextBox
          id='composer'
          text={content.typing}
          shown={content.typing}
          revision={revision}
          placeholder={words.placeholder}
          label={words.inputLabel(number)}
          onText={onText}
        />
        {typing ? (
          <Button
            id='send'
            className='composer__send'
            hoverClass='chat--pressed'
            disabled={left < 0}
            onClick={() => {
              if (left >= 0) onSend();
            }}
          >
            {words.send}
          </Button>
        ) : null}
      </View>
      <View className='composer__foot'>
        {canFinish(content) ? (
          <Button id='done-question' className='composer__done' hoverClass='chat--pressed' onClick={onFinish}>
            {words.finish}
          </Button>
        ) : canSkip ? (
          <Button id='skip-question' className='composer__skip' hoverClass='chat--pressed' onClick={onSkip}>
            {words.skip}
          </Button>
        ) : null}
      </View>
    </View>
  );
}
