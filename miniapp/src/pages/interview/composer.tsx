import { Text, View } from '@tarojs/components';
import { useKeyboardHeight } from '#platform/keyboard.ts';
import { answerCharacters } from '#shared/interview/answer.ts';
import type { DraftContent } from '#shared/interview/draft.ts';
import { limits } from '#shared/limits.ts';
import { Tap } from '../../components/tap.tsx';
import { TextBox } from '../../components/text-box.tsx';
import { copy } from '../../copy.ts';
import { canFinish } from '../../state/edits.ts';
import { useOnChange } from '../../state/use-on-change.ts';

type Props = {
  number: number;
  content: DraftContent;
  revision: number;
  canSkip: boolean;
  onText(text: string): void;
  /** The box or the keyboard takes more or less of the page. */
  onResize(): void;
  onSend(): void;
  onFinish(): void;
  onSkip(): void;
};

const nearLimit = 200;

export function Composer({ number, content, revision, canSkip, onText, onResize, onSend, onFinish, onSkip }: Props) {
  const words = copy.candidate.interview;
  const keyboard = useKeyboardHeight();
  useOnChange(keyboard, onResize);
  const left = limits.answerCharacters - answerCharacters(content);
  const typing = content.typing.trim() !== '';
  return (
    <View className="composer" style={keyboard > 0 ? { paddingBottom: `${keyboard}px` } : {}}>
      {left >= nearLimit ? null : (
        <Text className={`composer__limit ${left < 0 ? 'composer__limit--over' : ''}`}>
          {left < 0 ? words.tooLong(-left) : words.nearLimit(left)}
        </Text>
      )}
      <View className="composer__row">
        <TextBox
          id="composer"
          text={content.typing}
          shown={content.typing}
          revision={revision}
          placeholder={words.placeholder}
          label={words.inputLabel(number)}
          onText={onText}
          onLines={onResize}
        />
        {typing ? (
          <Tap id="send" className="composer__send" pressed="chat--pressed" keepsKeyboard off={left < 0} onTap={onSend}>
            {words.send}
          </Tap>
        ) : null}
      </View>
      <View className="composer__foot">
        {canFinish(content) ? (
          <Tap id="done-question" className="composer__done" pressed="chat--pressed" keepsKeyboard onTap={onFinish}>
            {words.finish}
          </Tap>
        ) : canSkip ? (
          <Tap id="skip-question" className="composer__skip" pressed="chat--pressed" keepsKeyboard onTap={onSkip}>
            {words.skip}
          </Tap>
        ) : null}
      </View>
    </View>
  );
}
