import { Input, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { limits } from '#shared/limits.ts';
import { serverTime, session } from '../api/call.ts';
import { type CallError, isRefused } from '../api/call-error.ts';
import { retrying } from '../api/retry.ts';
import { copy } from '../copy.ts';
import { sentenceOf } from '../state/sentence.ts';
import { useNow } from '../state/use-now.ts';
import { Action } from './action.tsx';
import { ContactLine } from './contact-line.tsx';
import { detailsOf } from './proof-details.ts';
import './proof-form.scss';

type Props = { error: CallError; onProved(): void };
/** `times`: how often a code was asked for here, so that each finds an empty box. */
type Asked = { times: number; sentence: string; againAt: number; left: number | undefined };

const digits = 6;
const inBrowser = process.env.TARO_ENV === 'h5';

/** A link that somebody else opened first: a code by SMS to the phone on record shows whose it is. */
export function ProofForm({ error, onProved }: Props) {
  const words = copy.proof;
  const { phone, contact } = detailsOf(error);
  const [asked, setAsked] = useState<Asked>();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  /** This code has been wrong too often, or is over. */
  const [dead, setDead] = useState(false);
  const [busy, setBusy] = useState<'asking' | 'proving'>();
  const now = useNow(500);
  const wait = asked === undefined ? 0 : Math.ceil((asked.againAt - now) / 1000);
  const mayAgain = wait <= 0 && asked?.left !== 0;

  async function ask() {
    setBusy('asking');
    setProblem(undefined);
    const answer = await retrying(session.askProof, { tries: 2 });
    setBusy(undefined);
    const times = (asked?.times ?? 0) + 1;
    if (answer.ok) {
      setDead(false);
      const { againAt, left } = answer.value;
      setTyped('');
      setAsked({ times, sentence: words.sent(phone, limits.proof.minutes), againAt: Date.parse(againAt), left });
      return;
    }
    const seconds = isRefused(answer.error, 'rate_limited') ? secondsOf(answer.error) : undefined;
    if (seconds === undefined) return setProblem(sentenceOf(answer.error));
    if (seconds > limits.proof.againSeconds) return setProblem(words.dayOver(waitText(seconds)));
    // It was asked for from another page, or before this one was opened anew.
    setAsked({ times, sentence: words.on(phone), againAt: serverTime.now() + seconds * 1000, left: asked?.left });
  }

  async function prove(code: string) {
    if (busy !== undefined) return;
    setBusy('proving');
    setProblem(undefined);
    const answer = await session.prove(code);
    setBusy(undefined);
    if (answer.ok) return onProved();
    setProblem(problemOf(answer.error));
    setDead(isOver(answer.error));
  }

  function note(text: string) {
    const code = text.replace(/\D/g, '').slice(0, digits);
    if (code === typed) return;
    setTyped(code);
    setProblem(undefined);
    // Pasted or filled in by the phone: nothing is left to be done.
    if (code.length === digits && !dead) void prove(code);
  }

  return (
    <View id="proof" className="proof">
      <Text className="proof__title">{words.title}</Text>
      <Text className="proof__text">{words.why}</Text>
      <View className="proof__card">
        <View id="proof-sent" className="proof__sent" {...aria({ role: 'status' })}>
          {asked?.sentence ?? words.to(phone)}
        </View>
        {asked === undefined ? null : (
          <View className="proof__field">
            <Text className="proof__label">{words.label}</Text>
            <View className={`proof__box ${problem === undefined ? '' : 'proof__box--wrong'}`}>
              <Input
                key={asked.times}
                id="proof-code"
                className="proof__input"
                type={inBrowser ? 'text' : 'number'}
                // Pasted with spaces between it is longer.
                maxlength={digits * 2}
                focus
                placeholder={words.digits}
                placeholderClass="proof__placeholder"
                nativeProps={{ 'aria-label': words.label, inputMode: 'numeric', autocomplete: 'one-time-code' }}
                onInput={(event) => note(String(event.detail.value))}
              />
            </View>
          </View>
        )}
        {problem === undefined ? null : (
          <View id="proof-problem" className="proof__problem" {...aria({ role: 'alert' })}>
            {problem}
          </View>
        )}
        {asked === undefined ? (
          <Action id="proof-send" kind="primary" block busy={busy === 'asking'} onTap={() => void ask()}>
            {busy === 'asking' ? words.sending : words.send}
          </Action>
        ) : (
          <>
            <Action
              id="proof-confirm"
              kind="primary"
              block
              busy={busy === 'proving'}
              disabled={typed.length < digits || dead}
              onTap={() => void prove(typed)}
            >
              {busy === 'proving' ? words.confirming : words.confirm}
            </Action>
            {mayAgain ? (
              <Action id="proof-again" kind="quiet" block busy={busy === 'asking'} onTap={() => void ask()}>
                {words.again}
              </Action>
            ) : (
              <View id="proof-wait" className="proof__wait">
                {asked.left === 0 ? null : words.againIn(wait)}
              </View>
            )}
            {asked.left === undefined ? null : <Text className="proof__left">{words.left(asked.left)}</Text>}
          </>
        )}
      </View>
      {contact === undefined ? null : <ContactLine contact={contact}>{words.without}</ContactLine>}
    </View>
  );
}

const triesLeft = (error: CallError): number | undefined =>
  error.kind === 'refused' && error.code === 'proof_wrong' ? Number(error.details?.left) : undefined;
const isOver = (error: CallError): boolean => isRefused(error, 'proof_expired') || triesLeft(error) === 0;

function problemOf(error: CallError): string {
  if (isRefused(error, 'proof_expired')) return copy.proof.expired;
  const left = triesLeft(error);
  if (left === undefined) return sentenceOf(error);
  return left > 0 ? copy.proof.wrong(left) : copy.proof.noTries;
}

const secondsOf = (error: CallError): number | undefined =>
  error.kind === 'refused' && typeof error.details?.seconds === 'number' ? error.details.seconds : undefined;

function waitText(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? copy.proof.minutes(minutes) : copy.proof.hours(Math.ceil(minutes / 60));
}
