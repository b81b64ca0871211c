import { ScrollView, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { BackCatcher } from '#platform/back-catcher.tsx';
import { askSubscription } from '#platform/subscription.ts';
import { clipsOf, emptyDraft } from '#shared/interview/answer.ts';
import { call } from '../../api/call.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { retrying, wait } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { ContactSheet } from '../../components/contact-sheet.tsx';
import { OfflineBar, Page } from '../../components/page.tsx';
import { config } from '../../config.ts';
import { copy } from '../../copy.ts';
import type { Aside } from '../../state/asides.ts';
import { nextOpen, reached } from '../../state/chat.ts';
import { deviceStorage } from '../../state/device-storage.ts';
import { canFinish } from '../../state/edits.ts';
import { mayBeAsked } from '../../state/follow-up.ts';
import { go } from '../../state/go.ts';
import { leaveChoices } from '../../state/leave-choices.ts';
import type { InterviewView } from '../../state/room.ts';
import type { Sitting } from '../../state/sitting.ts';
import { readTextSize, writeTextSize } from '../../state/text-size.ts';
import { useHelp } from '../../state/use-help.ts';
import { useOnChange } from '../../state/use-on-change.ts';
import { useOnline } from '../../state/use-online.ts';
import { useResized } from '../../state/use-resized.ts';
import { worstSave } from '../../state/worst-save.ts';
import { Composer } from './composer.tsx';
import { EndSheet } from './end-sheet.tsx';
import { Header } from './header.tsx';
import { HelpSheet } from './help-sheet.tsx';
import { MenuSheet } from './menu-sheet.tsx';
import { Place } from './place.tsx';
import { Preparing } from './question-time.tsx';
import { Turn } from './turn.tsx';
import { useObserved } from './use-observed.ts';
import { usePlayback } from './use-playing.ts';
import { useQuestionTime } from './use-question-time.ts';
import { useReadingPlace } from './use-reading-place.ts';
import { useSeen } from './use-seen.ts';
import { useTurn } from './use-turn.ts';

const longestAskMs = 2000;

type Props = { sitting: Sitting; view: InterviewView; beside: Aside[] };

export function Conversation({ sitting, view, beside }: Props) {
  const { room, recordings } = sitting;
  const words = copy.candidate.interview;
  const { questions } = view;
  const online = useOnline();
  useObserved(view);
  const seen = useSeen();
  const turn = useTurn(room, questions);
  const { open, active, thinking } = turn;
  const [timeNotes, setTimeNotes] = useState<Record<string, string>>({});
  const [size, setSize] = useState(() => readTextSize(deviceStorage));
  const reading = useReadingPlace();
  const [sheet, setSheet] = useState<'end' | 'menu' | 'contact' | 'help'>();
  const [leaving, setLeaving] = useState(false);
  const playback = usePlayback(sitting, view.interviewId);
  const waiting = view.tickets.some(({ kind, closedAt }) => kind === 'help' && closedAt === null);
  const help = useHelp(view.interviewId, sheet === 'help', waiting, () => void room.refresh());

  // While the interviewer reads, the composer stays as it is: another one would close the keyboard.
  const activeIndex = questions.findIndex((question) => question.id === (active ?? thinking));
  const question = questions[activeIndex];
  /** The interviewer asked on: that is to be read, at the end of the answer. */
  const askedOn = useRef(false);
  const shown = questions.slice(0, reached(questions, room.content, active ?? thinking));
  const save = worstSave(questions.map(({ id }) => room.saveState(id)));
  const paused = view.pausedSince !== null;
  const runs = seen && !paused && sheet !== 'help' && !leaving && thinking === undefined;
  const time = useQuestionTime(sitting, question, runs, timeIsUp);

  const isLast = active === shown.at(-1)?.id;
  /** What is asked, in full. One that stands between others has more after it and is shown from its top. */
  const showQuestion = () =>
    reading.show(active === undefined ? { at: 'end' } : { at: isLast ? 'prompt' : 'question', questionId: active });
  /** What was said last, or what is asked while nothing was. */
  function showLatest() {
    if (active === undefined || room.content(active).sent.length === 0) return showQuestion();
    reading.show(isLast ? { at: 'end' } : { at: 'latest', questionId: active });
  }

  useOnChange(active, () => {
    if (askedOn.current) showLatest();
    else showQuestion();
    askedOn.current = false;
  });
  // A recording comes into the answer by itself, and so does what was heard of it.
  const recorded = questions
    .flatMap(({ id }) => clipsOf(room.content(id)))
    .reduce((sum, clip) => sum + (sitting.unread(clip) === undefined ? 1 : 2), 0);
  const arrived = useRef(recorded);
  useOnChange(recorded, () => {
    if (recorded > arrived.current) showLatest();
    arrived.current = recorded;
  });

  useResized(showLatest);

  // WeChat's keyboard stays up while something else is tapped, and would lie over the sheet.
  const sheetUp = sheet !== undefined;
  useEffect(() => {
    if (sheetUp && process.env.TARO_ENV === 'weapp') void Taro.hideKeyboard().catch(() => undefined);
  }, [sheetUp]);

  // Back is let go before the page is left on purpose.
  useEffect(() => {
    if (leaving) go.home();
  }, [leaving]);

  function answer(questionId: string) {
    room.reopen(questionId);
    turn.show({ chosen: questionId });
  }

  async function finish(questionId: string) {
    playback.stop();
    const one = questions.find(({ id }) => id === questionId);
    const reads = one !== undefined && online && mayBeAsked(one);
    if (reads) turn.show({ thinking: questionId });
    await sitting.finish(questionId);
    const more = reads && (await room.followUp(questionId));
    askedOn.current = more;
    turn.goOn(questionId, more);
  }

  /** What was said and typed is kept and the question is done; with nothing there the candidate may still answer. */
  async function timeIsUp(questionId: string) {
    const something = canFinish(room.content(questionId)) || recordings.state().phase !== 'idle';
    const { upSent, upEmpty } = copy.room.time;
    setTimeNotes((before) => ({ ...before, [questionId]: something ? upSent : upEmpty }));
    if (something) await finish(questionId);
  }

  /** The composer shows another text. */
  function said() {
    turn.show();
    showLatest();
  }

  /** What is being recorded is kept first. */
  async function saveAndLeave() {
    setSheet(undefined);
    await recordings.stop();
    sitting.hide();
    void Taro.showToast({ title: online ? copy.candidate.menu.saved : copy.candidate.menu.savedLocally, icon: 'none' });
    setLeaving(true);
  }

  function askToLeave() {
    playback.stop();
    void recordings.stop();
    setSheet('end');
  }

  function end() {
    setSheet(undefined);
    // WeChat gives the question only in the tap itself. A quick answer is in time for the result's message; the end does
    // not wait for a slow one.
    const asked = askSubscription({ result: config.templates.result }).then((accepted) =>
      subscribe(view.interviewId, accepted),
    );
    void recordings.stop().then(() => room.end(Promise.race([asked, wait(longestAskMs)])));
  }

  return (
    <Page className={`room room--${size}`} ownBar>
      <BackCatcher
        on={!leaving}
        message={copy.room.leave.message}
        onBack={() => (sheet === undefined ? askToLeave() : setSheet(undefined))}
      />
      <Header
        position={view.position}
        closesAt={view.closesAt}
        paused={paused}
        news={help.unread > 0}
        onClosing={() => void room.refresh()}
        steps={questions.map(({ id }) => ({ id, done: room.content(id).done, active: id === active }))}
        save={save}
        onMore={() => setSheet('menu')}
        onEnd={askToLeave}
      />
      <View className="room__middle">
        {!online || save.kind === 'waiting' ? <OfflineBar weak={online} /> : null}
        <ScrollView
          className="room__scroll"
          scrollY
          enhanced
          showScrollbar={false}
          scrollIntoView={reading.scrollTo}
          scrollIntoViewAlignment="start"
          scrollWithAnimation={reading.moved}
        >
          <View className="room__chat">
            <View className="chat-bubble chat-bubble--theirs">
              <Text>{words.hello(view.position)}</Text>
            </View>
            {shown.map((one, index) => (
              <Turn
                key={one.id}
                sitting={sitting}
                playback={playback}
                recognition={view.recognition}
                question={one}
                number={index + 1}
                active={one.id === active}
                thinking={one.id === thinking}
                note={timeNotes[one.id]}
                beside={beside.filter((aside) => aside.questionId === one.id)}
                onAnswer={() => answer(one.id)}
                onTakenBack={said}
              />
            ))}
            {open === undefined && thinking === undefined ? (
              <View id="all-done" className="chat-bubble chat-bubble--theirs">
                <Text>{words.allDone}</Text>
              </View>
            ) : null}
            <Place name="chat-end" />
          </View>
        </ScrollView>
      </View>
      {question === undefined ? (
        <View className="composer">
          <Action kind="primary" block onTap={askToLeave}>
            {words.end}
          </Action>
        </View>
      ) : time.phase === 'preparing' && thinking === undefined ? (
        <Preparing
          left={time.left}
          onBegin={() => {
            sitting.clock.begin(question);
            turn.show();
          }}
        />
      ) : (
        <Composer
          sitting={sitting}
          question={question}
          number={activeIndex + 1}
          content={thinking === undefined ? room.content(question.id) : { ...emptyDraft, typing: turn.early }}
          revision={turn.revision}
          time={time}
          paused={paused}
          waits={thinking !== undefined}
          canSkip={nextOpen(questions, room.content, question.id) !== question.id}
          onText={turn.typed}
          onResize={showLatest}
          onSend={() => {
            room.send(question.id);
            said();
          }}
          onFinish={() => void finish(question.id)}
          onSkip={() => turn.show({ chosen: nextOpen(questions, room.content, question.id) })}
        />
      )}
      <EndSheet
        open={sheet === 'end'}
        choices={leaveChoices({
          view,
          content: room.content,
          hasUnsaved: room.hasUnsaved(),
          pending: sitting.pending(),
          unread: sitting.unreadQuestions(),
          failed: sitting.failedQuestions(),
        })}
        online={online}
        onKeep={() => setSheet(undefined)}
        onSave={() => void saveAndLeave()}
        onEnd={end}
        onGiveUp={room.giveUp}
      />
      <MenuSheet
        open={sheet === 'menu'}
        size={size}
        unread={help.unread}
        onSize={(chosenSize) => {
          writeTextSize(deviceStorage, chosenSize);
          setSize(chosenSize);
        }}
        onSave={() => void saveAndLeave()}
        onExit={askToLeave}
        onHelp={() => setSheet('help')}
        onGuide={() => {
          setSheet(undefined);
          go.guide();
        }}
        onContact={() => setSheet('contact')}
        onClose={() => setSheet(undefined)}
      />
      <HelpSheet
        open={sheet === 'help'}
        help={help}
        contact={view.contact}
        paused={paused}
        onClose={() => setSheet(undefined)}
      />
      <ContactSheet open={sheet === 'contact'} contact={view.contact} onClose={() => setSheet(undefined)} />
    </Page>
  );
}

async function subscribe(interviewId: string, accepted: 'result'[]) {
  if (accepted.length === 0) return;
  const operationId = newOperationId();
  await retrying(() => call('interview.subscribe', { params: { interviewId }, input: { operationId, accepted } }));
}
