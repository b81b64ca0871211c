import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { limits } from '#shared/limits.ts';
import { Action } from '../../components/action.tsx';
import { AskSheet } from '../../components/ask-sheet.tsx';
import { Card, Chip } from '../../components/card.tsx';
import { ContactLine } from '../../components/contact-line.tsx';
import { Paragraph } from '../../components/paragraph.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { copy } from '../../copy.ts';
import { go } from '../../state/go.ts';
import type { InterviewView } from '../../state/room.ts';
import type { CandidateReport } from './index.tsx';

type Answer = CandidateReport['answers'][number];
type Props = { view: InterviewView; report: CandidateReport; onChanged: () => void };

/** My own words as they were judged, and what I can do where they or the judgement are wrong. */
export function Doubts({ view, report, onChanged }: Props) {
  const words = copy.candidate.report;
  const [shown, setShown] = useState(false);
  const [asking, setAsking] = useState<'review' | 'correct'>();
  const [changed, setChanged] = useState<Record<string, string>>({});
  const spoken = report.answers.filter((answer) => answer.spoken);
  const corrections = Object.entries(changed).map(([questionId, text]) => ({ questionId, text }));
  const waits = (kind: string) => view.tickets.some((ticket) => ticket.kind === kind && ticket.closedAt === null);
  const done = () => {
    setAsking(undefined);
    onChanged();
  };
  return (
    <>
      <Card className="report__how">
        <Text className="report__heading">{words.answers}</Text>
        <Text className="report__text">{words.answersText}</Text>
        {shown ? report.answers.map((answer) => <Said key={answer.questionId} answer={answer} />) : null}
        <Action id="show-answers" block onTap={() => setShown(!shown)}>
          {shown ? words.hideAnswers : words.showAnswers}
        </Action>
      </Card>
      <View className="report__section">
        <Text className="report__heading">{words.question}</Text>
        <Text className="report__text">{words.questionText}</Text>
        <View className="report__doubts">
          {waits('human_review') || waits('transcript') ? (
            <View id="doubt-sent" className="report__asked">
              <Text className="report__text">{words.asked}</Text>
              <Action kind="quiet" onTap={() => go.progress(view.interviewId)}>
                {copy.candidate.over.toProgress}
              </Action>
            </View>
          ) : null}
          {waits('human_review') ? null : (
            <Action id="ask-review" block onTap={() => setAsking('review')}>
              {words.review}
            </Action>
          )}
          {spoken.length === 0 || waits('transcript') ? null : (
            <Action id="ask-correct" block onTap={() => setAsking('correct')}>
              {words.correct}
            </Action>
          )}
        </View>
        <ContactLine contact={view.contact}>{copy.candidate.contact.title}</ContactLine>
      </View>
      <AskSheet
        open={asking === 'review'}
        interviewId={view.interviewId}
        kind="human_review"
        title={words.reviewTitle}
        text={words.reviewText}
        onClose={() => setAsking(undefined)}
        onSent={done}
      />
      <Correct
        open={asking === 'correct'}
        answers={spoken}
        interviewId={view.interviewId}
        corrections={corrections}
        onEdit={(questionId, text) => setChanged({ ...changed, [questionId]: text })}
        onClose={() => setAsking(undefined)}
        onSent={done}
      />
    </>
  );
}

function Said({ answer: { prompt, text, spoken } }: { answer: Answer }) {
  const words = copy.candidate.report;
  return (
    <View className="report__said">
      <Text className="report__prompt">{prompt}</Text>
      {spoken ? <Chip>{words.spoken}</Chip> : null}
      <Text className="report__answer" selectable>
        {text === '' ? words.empty : text}
      </Text>
    </View>
  );
}

type CorrectProps = {
  open: boolean;
  answers: Answer[];
  interviewId: string;
  corrections: { questionId: string; text: string }[];
  onEdit: (questionId: string, text: string) => void;
  onClose: () => void;
  onSent: () => void;
};

/** First the words are mended, then the request is sent with them. */
function Correct({ open, answers, interviewId, corrections, onEdit, onClose, onSent }: CorrectProps) {
  const words = copy.candidate.report;
  const [sending, setSending] = useState(false);
  const real = corrections.filter(
    ({ questionId, text }) => text.trim() !== answers.find((answer) => answer.questionId === questionId)?.text.trim(),
  );
  return (
    <>
      <Sheet id="correct-sheet" open={open && !sending} title={words.correctTitle} onClose={onClose}>
        <View className="report__correct">
          <Text className="report__text">{words.correctText}</Text>
          {answers.map(({ questionId, prompt, text }) => (
            <View key={questionId} className="report__mend">
              <Text className="report__prompt">{prompt}</Text>
              <Paragraph
                id={`correct-${questionId}`}
                label={prompt}
                text={text}
                most={limits.answerCharacters}
                onText={(said) => onEdit(questionId, said)}
              />
            </View>
          ))}
          <Action id="correct-next" kind="primary" block disabled={real.length === 0} onTap={() => setSending(true)}>
            {real.length === 0 ? words.correctNone : words.correctSend}
          </Action>
        </View>
      </Sheet>
      <AskSheet
        open={open && sending}
        interviewId={interviewId}
        kind="transcript"
        title={words.correctTitle}
        text={words.correctCount(real.length)}
        corrections={real}
        onClose={() => {
          setSending(false);
          onClose();
        }}
        onSent={() => {
          setSending(false);
          onSent();
        }}
      />
    </>
  );
}
