import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { useKeyboardHeight } from '#platform/keyboard.ts';
import { createRecorder } from '#platform/recorder.ts';
import { mediaLimits } from '#shared/interview/media.ts';
import { Icon } from '../../components/icon.tsx';
import { Tap } from '../../components/tap.tsx';
import { TextBox } from '../../components/text-box.tsx';
import { copy } from '../../copy.ts';
import { HoldToTalk } from '../interview/hold-to-talk.tsx';
import { RecordingPanel } from '../interview/recording-panel.tsx';
import type { Practice } from './practice.ts';

/** As in the interview: type, or hold to talk. */
export function PracticeComposer({ practice }: { practice: Practice }) {
  const { recordings, question } = practice;
  const words = copy.practice;
  const more = copy.room.composer;
  const keyboard = useKeyboardHeight();
  const [voice, setVoice] = useState(false);
  const [handsFree, setHandsFree] = useState(false);
  const [text, setText] = useState('');
  const [box, setBox] = useState({ text: '', revision: 0 });
  const recording = recordings.state();
  const note = recording.phase === 'idle' ? recording.note?.code : undefined;
  const speak = () => recordings.start(question, 'voice', createRecorder, mediaLimits.seconds.voice);
  useEffect(() => {
    if (recording.phase === 'idle') setHandsFree(false);
  }, [recording.phase]);

  function send() {
    practice.say(text.trim());
    setText('');
    setBox(({ revision }) => ({ text: '', revision: revision + 1 }));
  }

  const pad = keyboard > 0 ? { paddingBottom: `${keyboard}px` } : {};
  if (recording.phase !== 'idle' && (handsFree || recording.phase === 'interrupted' || recording.phase === 'stopping'))
    return (
      <View className="composer" style={pad}>
        <RecordingPanel recordings={recordings} />
      </View>
    );
  return (
    <View className="composer" style={pad}>
      {note === undefined ? null : (
        <View className="composer__note" {...aria({ role: 'alert' })}>
          <Text className="composer__note-text">{note === 'absent' ? words.onlyText : more.notes[note]}</Text>
        </View>
      )}
      <View className="composer__row">
        <Tap
          id="toggle-voice"
          className="composer__icon"
          pressed="chat--pressed"
          label={voice ? more.toText : more.toVoice}
          onTap={() => {
            recordings.clearNote();
            setVoice(!voice);
          }}
        >
          <Icon name={voice ? 'keyboard' : 'mic'} />
        </Tap>
        {voice ? (
          <HoldToTalk recordings={recordings} onStart={speak} onHandsFree={() => setHandsFree(true)} />
        ) : (
          <TextBox
            id="practice-text"
            text={box.text}
            shown={text}
            revision={box.revision}
            placeholder={words.placeholder}
            label={words.label}
            onText={setText}
            onLines={() => undefined}
          />
        )}
        {!voice && text.trim() !== '' ? (
          <Tap id="send" className="composer__send" pressed="chat--pressed" keepsKeyboard onTap={send}>
            {copy.candidate.interview.send}
          </Tap>
        ) : null}
      </View>
    </View>
  );
}
