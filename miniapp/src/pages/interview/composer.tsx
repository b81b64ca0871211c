import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { useKeyboardHeight } from '#platform/keyboard.ts';
import { pickFile } from '#platform/pick-file.ts';
import { openSettings } from '#platform/privacy.ts';
import { createRecorder } from '#platform/recorder.ts';
import { answerCharacters } from '#shared/interview/answer.ts';
import type { DraftContent } from '#shared/interview/draft.ts';
import { mediaLimits, mediaTypes } from '#shared/interview/media.ts';
import { limits } from '#shared/limits.ts';
import type { Before } from '../../components/held-text.ts';
import { Icon } from '../../components/icon.tsx';
import { Tap } from '../../components/tap.tsx';
import { TextBox } from '../../components/text-box.tsx';
import { copy } from '../../copy.ts';
import type { ChatQuestion } from '../../state/chat.ts';
import { canFinish } from '../../state/edits.ts';
import type { QuestionTime } from '../../state/question-clock.ts';
import type { Sitting } from '../../state/sitting.ts';
import { useOnChange } from '../../state/use-on-change.ts';
import { CodeBox } from './code-box.tsx';
import { HoldToTalk } from './hold-to-talk.tsx';
import { TimeLeft } from './question-time.tsx';
import { RecordingPanel } from './recording-panel.tsx';
import { VideoPanel } from './video-panel.tsx';

type Props = {
  sitting: Sitting;
  question: ChatQuestion;
  number: number;
  content: DraftContent;
  revision: number;
  time: QuestionTime;
  paused: boolean;
  /** The interviewer reads: what is typed waits for what is asked next. */
  waits: boolean;
  canSkip: boolean;
  onText(text: string, before: Before): void;
  /** The box, a panel or the keyboard takes more or less of the page. */
  onResize(): void;
  onSend(): void;
  onFinish(): void;
  onSkip(): void;
};

type Mode = 'text' | 'voice' | 'code';
type FileNote = keyof typeof copy.room.composer.fileNotes;

const nearLimit = 200;
const maxFileBytes = mediaLimits.partBytes.file * mediaLimits.parts.file;

const firstMode = ({ ways }: ChatQuestion): Mode =>
  ways.includes('code') ? 'code' : ways.includes('text') || !ways.includes('voice') ? 'text' : 'voice';

export function Composer(props: Props) {
  const { sitting, question, number, content, revision, time, paused, waits, canSkip } = props;
  const { onText, onResize, onSend } = props;
  const { recordings } = sitting;
  const words = copy.candidate.interview;
  const more = copy.room.composer;
  const keyboard = useKeyboardHeight();
  const [mode, setMode] = useState<Mode>(() => firstMode(question));
  const [handsFree, setHandsFree] = useState(false);
  const [filming, setFilming] = useState(false);
  const [fileNote, setFileNote] = useState<FileNote>();
  const [reading, setReading] = useState(false);
  const recording = recordings.state();
  const { id, ways } = question;

  useOnChange(`${keyboard} ${mode} ${handsFree} ${filming} ${recording.phase === 'idle'}`, onResize);
  useOnChange(id, () => {
    setMode(firstMode(question));
    setFilming(false);
    setFileNote(undefined);
  });
  useEffect(() => {
    if (recording.phase === 'idle') setHandsFree(false);
  }, [recording.phase]);

  const left = limits.answerCharacters - answerCharacters(content);
  const typing = content.typing.trim() !== '';
  const spoken = ways.includes('voice');
  const written = ways.includes('text') || ways.includes('code');
  const most = time.phase === 'answering' && time.left > 0 ? Math.ceil(time.left) : mediaLimits.seconds.voice;
  const speak = () => recordings.start(id, 'voice', createRecorder, most);
  const note = recording.phase === 'idle' && recording.note?.questionId === id ? recording.note.code : undefined;

  async function addFile() {
    setFileNote(undefined);
    const picked = await pickFile({ mimes: [...mediaTypes.file], maxBytes: maxFileBytes });
    if (!picked.ok) return picked.reason === 'cancelled' ? undefined : setFileNote(picked.reason);
    setReading(true);
    const kept = await recordings.addFile(id, picked.file);
    setReading(false);
    if (!kept) setFileNote('failed');
    onResize();
  }

  const pad = keyboard > 0 ? { paddingBottom: `${keyboard}px` } : {};
  if (filming)
    return (
      <View className="composer" style={pad}>
        <VideoPanel recordings={recordings} questionId={id} most={most} onClose={() => setFilming(false)} />
      </View>
    );
  if (recording.phase !== 'idle' && (handsFree || recording.phase === 'interrupted' || recording.phase === 'stopping'))
    return (
      <View className="composer" style={pad}>
        <RecordingPanel recordings={recordings} />
      </View>
    );

  const toggle =
    spoken && written ? (
      <Tap
        id="toggle-voice"
        className="composer__icon"
        pressed="chat--pressed"
        label={mode === 'voice' ? more.toText : more.toVoice}
        onTap={() => {
          recordings.clearNote();
          setMode(mode === 'voice' ? (ways.includes('code') ? 'code' : 'text') : 'voice');
        }}
      >
        <Icon name={mode === 'voice' ? 'keyboard' : 'mic'} />
      </Tap>
    ) : null;

  const buttons = (
    <>
      {typing && mode !== 'voice' ? null : (
        <>
          {mode === 'voice' ? (
            <Tap
              id="start-recording"
              className="composer__icon"
              pressed="chat--pressed"
              label={more.startRecording}
              onTap={() => {
                speak();
                setHandsFree(true);
              }}
            >
              <View className="composer__record" />
            </Tap>
          ) : null}
          {ways.includes('video') ? (
            <Tap
              id="open-camera"
              className="composer__icon"
              pressed="chat--pressed"
              label={more.video}
              onTap={() => {
                recordings.clearNote();
                setFilming(true);
              }}
            >
              <Icon name="video" />
            </Tap>
          ) : null}
          {ways.includes('file') ? (
            <Tap
              id="pick-file"
              className="composer__icon"
              pressed="chat--pressed"
              label={`${more.file}, ${more.fileHint}`}
              off={reading}
              onTap={() => void addFile()}
            >
              <Icon name="file" />
            </Tap>
          ) : null}
        </>
      )}
      {typing && mode !== 'voice' && !waits ? (
        <Tap id="send" className="composer__send" pressed="chat--pressed" keepsKeyboard off={left < 0} onTap={onSend}>
          {words.send}
        </Tap>
      ) : null}
    </>
  );

  return (
    <View className="composer" style={pad}>
      {note === undefined ? null : (
        <View className="composer__note" {...aria({ role: 'alert' })}>
          <Text className="composer__note-text">{more.notes[note]}</Text>
          {note === 'denied' ? (
            <Tap className="composer__note-act" pressed="chat--pressed" onTap={() => void openSettings()}>
              {more.openSettings}
            </Tap>
          ) : null}
        </View>
      )}
      {fileNote === undefined ? null : (
        <View className="composer__note" {...aria({ role: 'alert' })}>
          <Text className="composer__note-text">{more.fileNotes[fileNote]}</Text>
        </View>
      )}
      {left >= nearLimit ? null : (
        <Text className={`composer__limit ${left < 0 ? 'composer__limit--over' : ''}`}>
          {left < 0 ? words.tooLong(-left) : words.nearLimit(left)}
        </Text>
      )}
      {mode === 'code' ? (
        <CodeBox number={number} text={content.typing} revision={revision} onText={onText}>
          {toggle}
          <View className="composer__space" />
          {buttons}
        </CodeBox>
      ) : (
        <View className="composer__row">
          {toggle}
          {mode === 'voice' ? (
            <HoldToTalk recordings={recordings} onStart={speak} onHandsFree={() => setHandsFree(true)} />
          ) : written ? (
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
          ) : (
            <View className="composer__space" />
          )}
          {buttons}
        </View>
      )}
      <View className="composer__foot">
        <TimeLeft time={time} paused={paused} />
        {waits ? null : canFinish(content) ? (
          <Tap
            id="done-question"
            className="composer__done"
            pressed="chat--pressed"
            keepsKeyboard
            onTap={props.onFinish}
          >
            {words.finish}
          </Tap>
        ) : canSkip ? (
          <Tap id="skip-question" className="composer__skip" pressed="chat--pressed" keepsKeyboard onTap={props.onSkip}>
            {words.skip}
          </Tap>
        ) : null}
      </View>
    </View>
  );
}
