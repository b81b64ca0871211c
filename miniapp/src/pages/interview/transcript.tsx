import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Clip } from '#shared/interview/draft.ts';
import { Tap } from '../../components/tap.tsx';
import { TextBox } from '../../components/text-box.tsx';
import { copy } from '../../copy.ts';
import type { Heard } from '../../state/transcripts.ts';

type Props = {
  clip: Clip;
  heard: Heard | undefined;
  /** What becomes of it where nothing is known yet: it is written down, or somebody listens. */
  expected: 'transcribing' | 'none' | undefined;
  onConfirm: (text: string) => void;
};

/** What was heard, to be read and corrected before it counts. Where nothing is heard, the recording stands. */
export function Transcript({ clip, heard, expected, onConfirm }: Props) {
  const words = copy.room.clip;
  const [editing, setEditing] = useState<string>();
  const text = clip.text ?? (heard?.state === 'ready' ? heard.transcript?.text : undefined);

  if (editing !== undefined)
    return (
      <View className="transcript transcript--editing">
        <TextBox
          id={`correct-${clip.clipId}`}
          text={text ?? ''}
          shown={editing}
          revision={0}
          placeholder=""
          label={words.correctLabel}
          onText={setEditing}
          onLines={() => undefined}
        />
        <View className="transcript__row">
          <Tap className="transcript__act" pressed="chat--pressed" onTap={() => setEditing(undefined)}>
            {words.cancel}
          </Tap>
          <Tap
            id="save-transcript"
            className="transcript__act transcript__act--strong"
            pressed="chat--pressed"
            onTap={() => {
              onConfirm(editing.trim());
              setEditing(undefined);
            }}
          >
            {words.save}
          </Tap>
        </View>
      </View>
    );

  if (text === undefined) {
    const state = heard?.state ?? expected;
    if (state === undefined || state === 'ready') return null;
    return (
      <Text className="transcript__hint" {...aria({ role: 'status' })}>
        {words[state]}
      </Text>
    );
  }

  const confirmed = clip.text !== undefined;
  return (
    <View className="transcript">
      <Text className="transcript__hint">
        {confirmed ? words.confirmed : heard?.transcript?.sure === false ? words.unsure : words.heard}
      </Text>
      <Text className="transcript__text" userSelect>
        {text}
      </Text>
      <View className="transcript__row">
        <Tap
          id={`edit-transcript-${clip.clipId}`}
          className="transcript__act"
          pressed="chat--pressed"
          onTap={() => setEditing(text)}
        >
          {words.correct}
        </Tap>
        {confirmed ? null : (
          <Tap
            id={`confirm-transcript-${clip.clipId}`}
            className="transcript__act transcript__act--strong"
            pressed="chat--pressed"
            onTap={() => onConfirm(text)}
          >
            {words.confirm}
          </Tap>
        )}
      </View>
    </View>
  );
}
