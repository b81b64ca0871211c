import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { call } from '../../api/call.ts';
import { type CallError, isRefused } from '../../api/call-error.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Card } from '../../components/card.tsx';
import { Paragraph } from '../../components/paragraph.tsx';
import { copy } from '../../copy.ts';
import { go } from '../../state/go.ts';
import type { InterviewView } from '../../state/room.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { Stars } from './stars.tsx';

/** The short questionnaire: how it went, how real each scenario was, and anything else. */
export function Survey({ view, onSent }: { view: InterviewView; onSent: () => void }) {
  const words = copy.candidate.report.survey;
  const time = copy.booking.survey;
  const scenarios = view.questions.filter(({ id, kind }) => kind === 'scenario' && view.answeredIds.includes(id));
  const [flow, setFlow] = useState<number>();
  const [realism, setRealism] = useState<Record<string, number>>({});
  const [reminders, setReminders] = useState<number>();
  const [support, setSupport] = useState<number>();
  const [unfit, setUnfit] = useState<string[]>([]);
  const wasReminded = view.time.reminded.some(({ outcome }) => outcome === 'due');
  const wasHelped = view.tickets.some(({ kind }) => kind === 'help');
  const more = useRef('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const operation = useRef<{ said: string; id: string }>();

  async function send() {
    if (flow === undefined) return;
    setBusy(true);
    setError(undefined);
    const said = {
      flow,
      realism,
      ...(reminders === undefined ? {} : { reminders }),
      ...(support === undefined ? {} : { support }),
      ...(unfit.length === 0 ? {} : { unfit }),
      more: more.current.trim(),
    };
    const same = JSON.stringify(said);
    if (operation.current?.said !== same) operation.current = { said: same, id: newOperationId() };
    const input = { operationId: operation.current.id, ...said };
    const params = { interviewId: view.interviewId };
    const sent = await retrying(() => call('interview.questionnaire', { params, input }));
    setBusy(false);
    if (sent.ok || isRefused(sent.error, 'already_answered')) return onSent();
    setError(sent.error);
  }

  if (view.questionnaire !== null) {
    return (
      <Card className="survey">
        <Text id="survey-sent" className="report__text" {...aria({ role: 'status' })}>
          {words.sent}
        </Text>
        <Action id="survey-voluntary" block onTap={go.voluntary}>
          {copy.voluntary.row}
        </Action>
      </Card>
    );
  }
  return (
    <Card id="survey" className="survey">
      <Text className="report__heading">{words.title}</Text>
      <Text className="report__text">{words.text}</Text>
      <Text className="survey__question">{words.flow}</Text>
      <Stars id="survey-flow" label={words.flow} value={flow} ends={words.flowEnds} onChange={setFlow} />
      {scenarios.map(({ id, prompt }) => (
        <View key={id}>
          <Text className="survey__question">{words.realism}</Text>
          <Text className="survey__prompt">{prompt}</Text>
          <Stars
            id={`survey-${id}`}
            label={`${words.realism} ${prompt}`}
            value={realism[id]}
            ends={words.realismEnds}
            onChange={(value) => setRealism({ ...realism, [id]: value })}
          />
        </View>
      ))}
      {wasReminded ? (
        <View>
          <Text className="survey__question">{time.reminders}</Text>
          <Stars
            id="survey-reminders"
            label={time.reminders}
            value={reminders}
            ends={time.remindersEnds}
            onChange={setReminders}
          />
        </View>
      ) : null}
      {wasHelped ? (
        <View>
          <Text className="survey__question">{time.support}</Text>
          <Stars
            id="survey-support"
            label={time.support}
            value={support}
            ends={time.supportEnds}
            onChange={setSupport}
          />
        </View>
      ) : null}
      <Text className="survey__question">{words.unfit}</Text>
      <View className="survey__unfit">
        {view.questions.map(({ id, prompt }, at) => (
          <View
            key={id}
            id={`survey-unfit-${id}`}
            className={unfit.includes(id) ? 'survey__chip survey__chip--on' : 'survey__chip'}
            hoverClass="survey__chip--pressed"
            {...aria({ role: 'checkbox', checked: unfit.includes(id), label: words.unfitLabel(at + 1, prompt) })}
            onClick={() => setUnfit(unfit.includes(id) ? unfit.filter((one) => one !== id) : [...unfit, id])}
          >
            {words.unfitOne(at + 1)}
          </View>
        ))}
      </View>
      <Text className="survey__question">{words.more}</Text>
      <Paragraph
        id="survey-more"
        label={words.more}
        placeholder={words.moreHint}
        most={1000}
        onText={(text) => {
          more.current = text;
        }}
      />
      {error === undefined ? null : <Text className="survey__trouble">{sentenceOf(error)}</Text>}
      <Action id="survey-send" kind="primary" block busy={busy} disabled={flow === undefined} onTap={() => void send()}>
        {flow === undefined ? words.needed : words.send}
      </Action>
    </Card>
  );
}
