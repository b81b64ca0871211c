import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Question } from '#shared/interview/plan.ts';
import type { PositionDraft } from '#shared/organisation/position/draft.ts';
import { Action } from '../../../components/action.tsx';
import { TextBox } from '../../../components/text-box.tsx';
import { copy } from '../../../copy.ts';
import { positionWords } from '../../words.ts';

const words = positionWords.preview;
const usual = ['text', 'voice'] as const;

/** How this question may be answered and how long there is. */
function conditionsOf({ ways = [...usual], prepareSeconds = 0, answerSeconds = 0 }: Question): string {
  const names = ways.map((way) => positionWords.questions.way[way]).join(positionWords.settings.list);
  return [
    words.waysOf(names),
    prepareSeconds > 0 ? words.prepare(prepareSeconds) : '',
    answerSeconds > 0 ? words.limit(words.seconds(answerSeconds)) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** One question after the other, in the bubbles of the interview itself. */
export function Interview({ draft, onShow }: { draft: PositionDraft; onShow(place: string): void }) {
  const { questions, introduction } = draft.plan;
  const [reached, setReached] = useState(0);
  const [said, setSaid] = useState<Record<string, string>>({});
  const [box, setBox] = useState({ text: '', revision: 0 });
  const active = questions[reached];

  function done() {
    if (active === undefined) return;
    setSaid((before) => ({ ...before, [active.id]: box.text.trim() }));
    setBox(({ revision }) => ({ text: '', revision: revision + 1 }));
    setReached(reached + 1);
    onShow(`preview-${questions[reached + 1]?.id ?? 'end'}`);
  }
  return (
    <View className="hr-preview-chat" {...aria({ role: 'log' })}>
      {draft.briefing && (
        <View className="chat-bubble chat-bubble--theirs chat-bubble--briefing" id="preview-briefing">
          <Text className="chat-bubble__label">{draft.briefing.title}</Text>
          <Text userSelect>{draft.briefing.text}</Text>
        </View>
      )}
      <View className="chat-bubble chat-bubble--theirs">
        <Text userSelect>{introduction}</Text>
      </View>
      {questions.slice(0, reached + 1).map((question, index) => (
        <Asked key={question.id} question={question} number={index + 1} said={said[question.id]} />
      ))}
      {active === undefined ? (
        <View className="hr-preview-over">
          <Text id="preview-over">{words.over}</Text>
          <Action
            id="preview-again"
            onTap={() => {
              setSaid({});
              setReached(0);
            }}
          >
            {words.again}
          </Action>
        </View>
      ) : (
        <View className="hr-preview-answer">
          <TextBox
            id="preview-text"
            text=""
            shown={box.text}
            revision={box.revision}
            placeholder={copy.practice.placeholder}
            label={copy.practice.label}
            onText={(text) => setBox((before) => ({ ...before, text }))}
            onLines={() => undefined}
          />
          <Action id="preview-next" kind="primary" onTap={done}>
            {reached === questions.length - 1 ? words.last : words.next}
          </Action>
        </View>
      )}
      <View id="preview-end" className="hr-preview-end" />
    </View>
  );
}

function Asked({ question, number, said }: { question: Question; number: number; said: string | undefined }) {
  const room = copy.candidate.interview;
  const facts = [room.number(number), question.required ? room.required : room.optional, room.about(question.minutes)];
  return (
    <View className="chat-question" id={`preview-${question.id}`}>
      <View className="chat-question__head">
        <Text className="chat-question__kind">{copy.statuses.questionKind[question.kind]}</Text>
        <Text className="chat-question__facts">{facts.join(' · ')}</Text>
      </View>
      {question.briefing !== undefined && (
        <View className="chat-bubble chat-bubble--theirs chat-bubble--briefing">
          <Text className="chat-bubble__label">
            {question.ways?.includes('code') ? copy.room.composer.codeNote : room.briefing}
          </Text>
          <Text userSelect>{question.briefing}</Text>
        </View>
      )}
      <View className="chat-bubble chat-bubble--theirs">
        <Text userSelect>{question.prompt}</Text>
      </View>
      <Text className="hr-preview-ways">{conditionsOf(question)}</Text>
      {said !== undefined && said !== '' && (
        <View className="chat-mine">
          <View className="chat-bubble chat-bubble--mine">
            <Text userSelect>{said}</Text>
          </View>
        </View>
      )}
      {said !== undefined && (question.followUps ?? []).length > 0 && (
        <View className="hr-preview-asks">
          <Text className="hr-preview-ways">{words.asked}</Text>
          {(question.followUps ?? []).map(({ keyPoint, ask }) => (
            <View key={keyPoint} className="chat-bubble chat-bubble--theirs chat-bubble--ask">
              <Text className="chat-bubble__label">{copy.room.asked}</Text>
              <Text userSelect>{ask}</Text>
            </View>
          ))}
        </View>
      )}
    </View>
  );
}
