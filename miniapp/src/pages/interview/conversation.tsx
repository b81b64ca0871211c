import { ScrollView, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { askSubscription } from '#platform/subscription.ts';
import { call } from '../../api/call.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { retrying, wait } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { AsideCard } from '../../components/aside-card.tsx';
import { ContactSheet } from '../../components/contact-sheet.tsx';
import { OfflineBar, Page } from '../../components/page.tsx';
import { MenuItem, Sheet } from '../../components/sheet.tsx';
import { config } from '../../config.ts';
import { copy } from '../../copy.ts';
import type { SaveState } from '../../state/autosave.ts';
import { endSummary, nextOpen, reached } from '../../state/chat.ts';
import { go } from '../../state/go.ts';
import type { Aside, InterviewView, Room } from '../../state/room.ts';
import { useOnChange } from '../../state/use-on-change.ts';
import { useOnline } from '../../state/use-online.ts';
import { useResized } from '../../state/use-resized.ts';
import { Composer } from './composer.tsx';
import { EndSheet } from './end-sheet.tsx';
import { Header } from './header.tsx';
import { Place } from './place.tsx';
import { Question } from './question.tsx';
import { useReadingPlace } from './use-reading-place.ts';

const longestAskMs = 2000;

type Props = { room: Room; view: InterviewView; beside: Aside[] };

export function Conversation({ room, view, beside }: Props) {
  const words = copy.candidate.interview;
  const { questions } = view;
  const online = useOnline();
  const [chosen, setChosen] = useState<string>();
  const [revision, setRevision] = useState(0);
  const reading = useReadingPlace();
  const [sheet, setSheet] = useState<'end' | 'menu' | 'contact'>();

  const active = chosen !== undefined && !room.content(chosen).done ? chosen : nextOpen(questions, room.content);
  const activeIndex = questions.findIndex((question) => question.id === active);
  const shown = questions.slice(0, reached(questions, room.content, active));
  const save = worst(questions.map(({ id }) => room.saveState(id)));

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
    setRevision((n) => n + 1);
    showQuestion();
  });

  useResized(showLatest);

  function answer(questionId: string) {
    room.reopen(questionId);
    setChosen(questionId);
  }

  function finish(questionId: string) {
    room.finish(questionId);
    setChosen(nextOpen(questions, room.content, questionId));
    setRevision((n) => n + 1);
  }

  /** The composer shows another text. */
  function said() {
    setRevision((n) => n + 1);
    showLatest();
  }

  function saveAndLeave() {
    setSheet(undefined);
    room.hide();
    void Taro.showToast({ title: online ? copy.candidate.menu.saved : copy.candidate.menu.savedLocally, icon: 'none' });
    go.home();
  }

  function end() {
    setSheet(undefined);
    // WeChat gives the question only in the tap itself. A quick answer is in time for the result's message; the end does
    // not wait for a slow one.
    const asked = askSubscription(config.templates).then((accepted) => subscribe(view.interviewId, accepted));
    room.end(Promise.race([asked, wait(longestAskMs)]));
  }

  return (
    <Page className="room" ownBar>
      <Header
        position={view.position}
        closesAt={view.closesAt}
        onClosing={() => void room.refresh()}
        steps={questions.map(({ id }) => ({ id, done: room.content(id).done, active: id === active }))}
        save={save}
        onMore={() => setSheet('menu')}
        onEnd={() => setSheet('end')}
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
            {shown.map((question, index) => (
              <View key={question.id} className="room__turn">
                <Question
                  question={question}
                  number={index + 1}
                  content={room.content(question.id)}
                  save={room.saveState(question.id)}
                  active={question.id === active}
                  onAnswer={() => answer(question.id)}
                  onTakeBack={(at) => {
                    room.takeBack(question.id, at);
                    said();
                  }}
                />
                {beside
                  .filter((aside) => aside.questionId === question.id)
                  .map((aside) => (
                    <AsideCard
                      key={`${aside.questionId}-${aside.here}`}
                      aside={aside}
                      onDismiss={() => room.dismiss(aside)}
                    />
                  ))}
              </View>
            ))}
            {active === undefined ? (
              <View id="all-done" className="chat-bubble chat-bubble--theirs">
                <Text>{words.allDone}</Text>
              </View>
            ) : null}
            <Place name="chat-end" />
          </View>
        </ScrollView>
      </View>
      {active === undefined ? (
        <View className="composer">
          <Action kind="primary" block onTap={() => setSheet('end')}>
            {words.end}
          </Action>
        </View>
      ) : (
        <Composer
          number={activeIndex + 1}
          content={room.content(active)}
          revision={revision}
          canSkip={nextOpen(questions, room.content, active) !== active}
          onText={(text) => room.type(active, text)}
          onResize={showLatest}
          onSend={() => {
            room.send(active);
            said();
          }}
          onFinish={() => finish(active)}
          onSkip={() => setChosen(nextOpen(questions, room.content, active))}
        />
      )}
      <EndSheet
        open={sheet === 'end'}
        summary={endSummary(questions, view.answersNeeded, room.content)}
        allSaved={!room.hasUnsaved()}
        onKeep={() => setSheet(undefined)}
        onSave={saveAndLeave}
        onEnd={end}
      />
      <Sheet id="menu-sheet" open={sheet === 'menu'} onClose={() => setSheet(undefined)}>
        <MenuItem id="menu-save" onTap={saveAndLeave}>
          {copy.candidate.menu.save}
        </MenuItem>
        <MenuItem id="menu-exit" onTap={() => setSheet('end')}>
          {copy.candidate.menu.exit}
        </MenuItem>
        <MenuItem
          id="menu-guide"
          onTap={() => {
            setSheet(undefined);
            go.guide();
          }}
        >
          {copy.candidate.menu.guide}
        </MenuItem>
        <MenuItem id="menu-contact" onTap={() => setSheet('contact')}>
          {copy.candidate.menu.contact}
        </MenuItem>
        <MenuItem tone="quiet" onTap={() => setSheet(undefined)}>
          {copy.candidate.menu.cancel}
        </MenuItem>
      </Sheet>
      <ContactSheet open={sheet === 'contact'} contact={view.contact} onClose={() => setSheet(undefined)} />
    </Page>
  );
}

async function subscribe(interviewId: string, accepted: 'result'[]) {
  if (accepted.length === 0) return;
  const operationId = newOperationId();
  await retrying(() => call('interview.subscribe', { params: { interviewId }, input: { operationId, accepted } }));
}

/** One state for the header: the one that needs attention most, else the latest save. */
function worst(states: SaveState[]): SaveState {
  for (const kind of ['refused', 'waiting', 'saving'] as const) {
    const found = states.find((state) => state.kind === kind);
    if (found) return found;
  }
  const times = states.flatMap((state) => (state.kind === 'saved' && state.at !== null ? [state.at] : []));
  return { kind: 'saved', at: times.sort().pop() ?? null };
}
