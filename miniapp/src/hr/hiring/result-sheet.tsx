import { View } from '@tarojs/components';
import { useState } from 'react';
import { Sheet } from '../../components/sheet.tsx';
import { Fact } from '../components/fact.tsx';
import { LongField, ScoreField } from '../components/field.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { FactChoices } from '../requests/fact-choices.tsx';
import type { Dossier } from '../review/dossier.ts';
import { hiringWords } from '../words.ts';
import type { HiringModel } from './use-hiring.ts';

type Props = { hiring: Dossier['hiring']; model: HiringModel['entering']; onClose(): void };

const rounds = ['second', 'final', 'written_test'] as const;

/** What came of a round: passed or not, a score where there is one, a word beside it. */
export function ResultSheet({ hiring, model, onClose }: Props) {
  const words = hiringWords.result;
  const [round, setRound] = useState<(typeof rounds)[number]>(hiring.meeting?.round ?? 'second');
  const known = hiring.results.find((one) => one.round === round);
  const [passed, setPassed] = useState<'yes' | 'no'>(known?.passed === false ? 'no' : 'yes');
  const [score, setScore] = useState(known?.score == null ? '' : String(known.score));
  const [text, setText] = useState(known?.words ?? '');
  const wrong = score.trim() !== '' && !(/^\d{1,3}$/.test(score.trim()) && Number(score) <= 100);

  async function confirm() {
    if (wrong) return;
    const points = score.trim() === '' ? null : Number(score);
    if (await model.run({ round, score: points, passed: passed === 'yes', words: text.trim() })) onClose();
  }
  return (
    <Sheet open id="result-sheet" title={words.title} onClose={onClose}>
      <FactChoices
        id="result-round"
        label={words.round}
        chosen={round}
        onChoose={(value) => setRound(value)}
        options={rounds.map((value) => ({ value, name: hiringWords.round[value] }))}
      />
      <FactChoices
        id="result-passed"
        label={words.passed}
        chosen={passed}
        onChoose={(value) => setPassed(value)}
        options={(['yes', 'no'] as const).map((value) => ({ value, name: words[value] }))}
      />
      <Fact label={words.score}>
        <ScoreField id="result-score" label={words.score} text={score} onText={setScore} />
        {wrong && <View className="hr-hiring-late">{words.wrongScore}</View>}
      </Fact>
      <Fact label={words.words}>
        <LongField id="result-words" label={words.words} text={text} onText={setText} />
      </Fact>
      {model.error && <CommandError error={model.error} safe={words.failedSafe} />}
      <SheetActions
        id="confirm-result"
        cancel={words.cancel}
        confirm={model.busy ? words.saving : words.confirm}
        busy={model.busy}
        disabled={wrong}
        onCancel={onClose}
        onConfirm={() => void confirm()}
      />
    </Sheet>
  );
}
