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

export const allRounds = ['second', 'final', 'written_test'] as const;
export type Round = (typeof allRounds)[number];

type Props = {
  hiring: Dossier['hiring'];
  /** Which may be entered now. */
  rounds: readonly Round[];
  /** Whose result is to be put right. */
  begun: Round | undefined;
  model: HiringModel['entering'];
  onClose(): void;
};

/** What came of a round: passed or not, a score where there is one, a word beside it; or what was entered, put right. */
export function ResultSheet({ hiring, rounds, begun, model, onClose }: Props) {
  const words = hiringWords.result;
  const usual = hiring.meeting?.round ?? 'second';
  const [round, setRound] = useState<Round>(begun ?? (rounds.includes(usual) ? usual : (rounds[0] ?? 'written_test')));
  const known = hiring.results.some((one) => one.round === round);
  return (
    <Sheet open id="result-sheet" title={known ? words.edit : words.title} onClose={onClose}>
      {rounds.length > 1 && (
        <FactChoices
          id="result-round"
          label={words.round}
          chosen={round}
          onChoose={(value) => setRound(value)}
          options={rounds.map((value) => ({ value, name: hiringWords.round[value] }))}
        />
      )}
      {rounds.length === 1 && (
        <Fact label={words.round}>
          <View>{hiringWords.round[round]}</View>
        </Fact>
      )}
      {/* Boxes have a life of their own: another round begins with what is known of it. */}
      <Scorecard key={round} hiring={hiring} round={round} model={model} onClose={onClose} />
    </Sheet>
  );
}

type ScorecardProps = Pick<Props, 'hiring' | 'model' | 'onClose'> & { round: Round };

function Scorecard({ hiring, round, model, onClose }: ScorecardProps) {
  const words = hiringWords.result;
  const known = hiring.results.find((one) => one.round === round);
  const [passed, setPassed] = useState<'yes' | 'no'>(known?.passed === false ? 'no' : 'yes');
  const [score, setScore] = useState(known?.score == null ? '' : String(known.score));
  const [text, setText] = useState(known?.words ?? '');
  // A table may have brought a half point.
  const wrong = score.trim() !== '' && !(/^\d{1,3}(\.\d{1,2})?$/.test(score.trim()) && Number(score) <= 100);

  async function confirm() {
    if (wrong) return;
    const points = score.trim() === '' ? null : Number(score);
    if (await model.run({ round, score: points, passed: passed === 'yes', words: text.trim() })) onClose();
  }
  return (
    <>
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
    </>
  );
}
