import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { AnswerWay } from '#shared/interview/plan.ts';
import type { Consent } from '#shared/interview/state.ts';
import { call, serverTime } from '../../api/call.ts';
import { type CallError, isRefused } from '../../api/call-error.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Card, Chip } from '../../components/card.tsx';
import { Check } from '../../components/check.tsx';
import { ContactLine } from '../../components/contact-line.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { config } from '../../config.ts';
import { copy, language } from '../../copy.ts';
import { wayIn } from '../../state/appointed.ts';
import { deviceStorage } from '../../state/device-storage.ts';
import { go } from '../../state/go.ts';
import { guideSeenKey } from '../../state/guide-seen.ts';
import { handOver } from '../../state/handover.ts';
import { questionKindCounts } from '../../state/kinds.ts';
import type { InterviewView } from '../../state/room.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useNow } from '../../state/use-now.ts';
import { wallOf, wallText } from '../../state/wall-time.ts';
import { whenText } from '../../state/when.ts';
import { failedNames } from '../precheck/results.ts';
import { NoticeLine } from './notice-line.tsx';

/** What I am asked to, what is recorded, what I agree to; then start, or the human way. */
export function Invitation({ view, onChanged }: { view: InterviewView; onChanged: () => void }) {
  const words = copy.candidate.invitation;
  const [agreed, setAgreed] = useState(false);
  const [recording, setRecording] = useState(false);
  const [behaviour, setBehaviour] = useState(false);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<CallError>();
  const startId = useRef(newOperationId());
  const declineId = useRef(newOperationId());
  const params = { interviewId: view.interviewId };
  const now = useNow(20_000);
  const way = wayIn(view, now);
  const { appointment } = view;
  const asksFor = (way: AnswerWay) => view.questions.some(({ ways }) => ways.includes(way));
  const voice = asksFor('voice') || asksFor('video');
  const loaded = useLoaded(() => retrying(() => call('privacy.notice', { query: { language } }), { tries: 2 }));
  const notice = loaded.phase === 'ready' ? loaded.value : undefined;
  /** Of the notice that could be read here; without one, of the words on this page. */
  const version = notice?.name ?? config.consentVersion;
  const consent = (purpose: Consent['purpose'], granted: boolean): Consent => ({ purpose, version, granted });
  const recorded = [...words.recordedItems, voice ? words.recordedVoice : words.recordedNothing];

  async function start() {
    setBusy(true);
    setError(undefined);
    const consents = [
      consent('ai_evaluation', true),
      ...(voice ? [consent('recording', recording)] : []),
      ...(view.behaviour ? [consent('behaviour', behaviour)] : []),
    ];
    const started = await retrying(() =>
      call('interview.start', { params, input: { operationId: startId.current, consents } }),
    );
    setBusy(false);
    if (!started.ok) {
      if (isRefused(started.error, 'booking_required', 'too_early', 'slot_passed'))
        return go.instead.booking(view.interviewId);
      if (started.error.kind === 'refused') onChanged();
      return setError(started.error);
    }
    handOver({ interviewId: view.interviewId, attempt: started.value.attempt, epoch: started.value.epoch });
    if (deviceStorage.get(guideSeenKey)) go.instead.interview(view.interviewId);
    else go.instead.guide(view.interviewId);
  }

  async function decline() {
    setBusy(true);
    const declined = await retrying(() =>
      call('interview.decline', { params, input: { operationId: declineId.current, reason: 'human_route' } }),
    );
    setBusy(false);
    setAsking(false);
    if (declined.ok) go.instead.progress(view.interviewId);
    else setError(declined.error);
  }

  return (
    <View className="invitation">
      <View className="invitation__head">
        <Text className="invitation__invites">{words.invites(view.company)}</Text>
        <Text className="invitation__position">{view.position}</Text>
        <Text className="invitation__department">{view.department}</Text>
      </View>

      <Card className="invitation__facts">
        {appointment?.slot ? (
          <Fact
            whole
            name={copy.booking.booked.title}
            value={wallText(copy.candidate.when, wallOf(appointment.text, appointment.startsAt), now)}
          />
        ) : (
          <Fact whole name={words.deadline} value={whenText(view.closesAt, serverTime.now())} />
        )}
        <Fact name={words.length} value={words.minutes(view.estimatedMinutes)} />
        <Fact name={words.questions} value={words.count(view.questions.length)}>
          <View className="invitation__kinds">
            {questionKindCounts(view.questions).map(({ kind, count }) => (
              <Chip key={kind} tone="accent">
                {words.kindCount(copy.statuses.questionKind[kind], count)}
              </Chip>
            ))}
          </View>
        </Fact>
        <Fact name={words.attempts} value={words.attemptsText(view.attemptsLeft)} />
      </Card>

      <Section title={words.introduction}>
        <Text className="invitation__text">{view.introduction}</Text>
      </Section>
      <Section title={words.device}>
        <Text className="invitation__text">{words.deviceText}</Text>
        {voice ? <Text className="invitation__text">{words.deviceVoice}</Text> : null}
        {asksFor('video') ? <Text className="invitation__text">{words.deviceVideo}</Text> : null}
        <View className="invitation__tries">
          <Action id="precheck" onTap={() => go.precheck(view.interviewId)}>
            {copy.precheck.entry}
          </Action>
          <Action id="practice" onTap={() => go.practice()}>
            {words.practice}
          </Action>
        </View>
        {view.prechecked === null ? null : (
          <View
            id="prechecked"
            className={`invitation__checked ${view.prechecked.failed.length === 0 ? '' : 'invitation__checked--failed'}`}
          >
            <View className="invitation__mark" />
            <Text>
              {view.prechecked.failed.length === 0
                ? copy.precheck.entryDone(whenText(view.prechecked.at, serverTime.now()))
                : copy.precheck.entryFailed(failedNames(copy, view.prechecked.failed))}
            </Text>
          </View>
        )}
      </Section>
      {view.introductionFor === null ? null : (
        <Section title={view.introductionFor.title}>
          <Text className="invitation__text">{view.introductionFor.text}</Text>
        </Section>
      )}
      <Section title={words.recorded}>
        {recorded.map((item) => (
          <View key={item} className="invitation__item">
            <View className="invitation__dot" />
            <Text className="invitation__text">{item}</Text>
          </View>
        ))}
      </Section>
      <Section title={words.aiTitle}>
        <Text className="invitation__text">{words.aiText}</Text>
      </Section>

      <View className="invitation__foot">
        {way === 'start' ? (
          <>
            <NoticeLine notice={notice} />
            <Check id="consent-ai" checked={agreed} hint={words.consentNeeded} onChange={setAgreed}>
              {words.consentAi}
            </Check>
            {voice ? (
              <Check
                id="consent-recording"
                checked={recording}
                hint={words.consentRecordingHint}
                onChange={setRecording}
              >
                {words.consentRecording}
              </Check>
            ) : null}
            {view.behaviour ? (
              <Check
                id="consent-behaviour"
                checked={behaviour}
                hint={words.consentBehaviourHint}
                onChange={setBehaviour}
              >
                {words.consentBehaviour}
              </Check>
            ) : null}
            {error === undefined ? null : (
              <Text id="start-trouble" className="invitation__trouble">
                {sentenceOf(error)}
              </Text>
            )}
            <Action id="start" kind="primary" block disabled={!agreed} busy={busy} onTap={() => void start()}>
              {busy ? words.starting : words.start}
            </Action>
            <Text className="invitation__hint">{words.startHint}</Text>
          </>
        ) : (
          <>
            <Action id="to-booking" kind="primary" block onTap={() => go.booking(view.interviewId)}>
              {way === 'pick' ? copy.booking.entry.book : copy.booking.entry.see}
            </Action>
            {way === 'pick' ? <Text className="invitation__hint">{copy.booking.entry.bookHint}</Text> : null}
          </>
        )}
        <Action id="human-route" kind="quiet" block onTap={() => setAsking(true)}>
          {words.human}
        </Action>
        <ContactLine contact={view.contact}>{copy.candidate.progress.help}</ContactLine>
      </View>

      <Sheet id="human-sheet" open={asking} title={words.humanTitle} onClose={() => setAsking(false)}>
        <View className="invitation__sheet">
          <Text className="invitation__text">{words.humanText}</Text>
          <Action id="confirm-human" kind="primary" block busy={busy} onTap={() => void decline()}>
            {words.humanConfirm}
          </Action>
          <Action block onTap={() => setAsking(false)}>
            {words.humanCancel}
          </Action>
        </View>
      </Sheet>
    </View>
  );
}

type FactProps = { name: string; value: string; whole?: boolean; children?: React.ReactNode };

function Fact({ name, value, whole = false, children }: FactProps) {
  return (
    <View className="invitation__fact">
      <Text className="invitation__name">{name}</Text>
      <View className={`invitation__value ${whole ? 'invitation__value--whole' : ''}`}>
        <Text>{value}</Text>
        {children}
      </View>
    </View>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <View className="invitation__section">
      <Text className="invitation__title">{title}</Text>
      {children}
    </View>
  );
}
