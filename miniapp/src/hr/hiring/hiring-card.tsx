import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Action } from '../../components/action.tsx';
import { Chip } from '../../components/card.tsx';
import { Tap } from '../../components/tap.tsx';
import { whenText } from '../../state/when.ts';
import { CommandError } from '../components/states.tsx';
import { May, may } from '../may.tsx';
import type { Dossier } from '../review/dossier.ts';
import { useNow } from '../use-now.ts';
import { words as allWords, hiringWords } from '../words.ts';
import { ArrangeSheet } from './arrange-sheet.tsx';
import { CallOffSheet } from './call-off-sheet.tsx';
import { OfferSheet } from './offer-sheet.tsx';
import { allRounds, ResultSheet, type Round } from './result-sheet.tsx';
import { UnjoinSheet } from './unjoin-sheet.tsx';
import { type HiringModel, useHiring } from './use-hiring.ts';
import './hiring.scss';

type Sheets = 'arrange' | 'result' | 'offer' | 'call_off' | 'unjoin';
type Part = { dossier: Dossier; model: HiringModel; onOpen(sheet: Sheets): void };

/** What is to be done after the decision: arrange the next round, enter its result, the offer, joining. */
export function HiringCard({ dossier, onDone }: { dossier: Dossier; onDone(): Promise<void> }) {
  const model = useHiring(dossier.interviewId, onDone);
  const [sheet, setSheet] = useState<Sheets>();
  /** Whose result is put right; the sheet's own choice where there is none. */
  const [round, setRound] = useState<Round>();
  const { hiring, status, outcome } = dossier;
  const goesOn = status === 'evaluated' && outcome !== 'pool' && outcome !== 'reject';
  // A written test may come before the decision, and its result be put right after any.
  const mayEnter = (status === 'submitted' || status === 'evaluated') && may('interview.enterRound');
  const mayBegin = mayEnter && status === 'submitted';
  if (!goesOn && hiring.results.length === 0 && !mayBegin) return null;
  const enter = (which: Round | undefined) => {
    setRound(which);
    setSheet('result');
  };
  const part = { dossier, model, onOpen: setSheet };
  const close = () => {
    for (const command of [model.arranging, model.entering, model.offering, model.withdrawing, model.unjoining])
      command.forgetError();
    setSheet(undefined);
    setRound(undefined);
  };
  const rounds: readonly Round[] =
    status === 'evaluated' && outcome === 'second_interview' ? allRounds : ['written_test'];
  return (
    <View className="hr-hiring" id="hiring">
      <View className="hr-hiring-head">
        <Text className="hr-hiring-title">{goesOn ? hiringWords.title : hiringWords.result.all}</Text>
        {goesOn && (
          <Text className="hr-quiet hr-tabular" id="vacancies">
            {hiringWords.vacancies(hiring.taken, hiring.vacancies)}
          </Text>
        )}
        {mayBegin && !hiring.results.some((one) => one.round === 'written_test') && (
          <Tap
            id="enter-written-test"
            className="hr-link"
            pressed="hr-link-pressed"
            onTap={() => enter('written_test')}
          >
            {hiringWords.result.enterTest}
          </Tap>
        )}
      </View>
      {outcome === 'second_interview' && <Meeting {...part} />}
      <Results dossier={dossier} editable={mayEnter ? rounds : []} onEdit={enter} />
      {outcome === 'offer' && <Offer {...part} />}
      {(hiring.mayJoin || hiring.joinedAt !== null) && <Joining {...part} />}
      {hiring.closure !== null && (
        <View className="hr-hiring-part hr-quiet">
          {hiring.closure.choice === null ? hiringWords.closed.told : hiringWords.closed[hiring.closure.choice]}
        </View>
      )}
      {sheet === 'arrange' && <ArrangeSheet hiring={hiring} model={model.arranging} onClose={close} />}
      {sheet === 'result' && (
        <ResultSheet hiring={hiring} rounds={rounds} begun={round} model={model.entering} onClose={close} />
      )}
      {sheet === 'offer' && <OfferSheet hiring={hiring} model={model.offering} onClose={close} />}
      {sheet === 'unjoin' && <UnjoinSheet dossier={dossier} model={model.unjoining} onClose={close} />}
      {sheet === 'call_off' && <CallOffSheet dossier={dossier} model={model.withdrawing} onClose={close} />}
    </View>
  );
}

function Meeting({ dossier, model, onOpen }: Part) {
  const words = hiringWords.meeting;
  const { meeting, arrangeBy, results } = dossier.hiring;
  if (meeting === null)
    return results.length > 0 && arrangeBy === null ? null : <Unarranged dossier={dossier} onOpen={onOpen} />;
  const said = meeting.answer?.is;
  const state = said === 'confirmed' ? words.confirmed : said === 'cannot' ? words.cannot : words.waiting;
  return (
    <View className="hr-hiring-part" id="meeting">
      <Chip id="meeting-state" tone={said === 'confirmed' ? 'accent' : 'amber'}>
        {`${hiringWords.round[meeting.round]} · ${state}`}
      </Chip>
      <Row name={words.at} value={meeting.text} strong />
      <Row name={words.place} value={meeting.place} />
      <Row name={words.material} value={meeting.material} />
      <Row name={words.said} value={meeting.answer?.words ?? ''} />
      <View className="hr-hiring-actions">
        <May to="interview.enterRound">
          <Action id="enter-result" kind={said === 'cannot' ? 'plain' : 'primary'} onTap={() => onOpen('result')}>
            {results.length > 0 ? hiringWords.result.edit : hiringWords.result.enter}
          </Action>
        </May>
        <May to="interview.arrange">
          <Action id="arrange-again" kind={said === 'cannot' ? 'primary' : 'plain'} onTap={() => onOpen('arrange')}>
            {hiringWords.arrange.again}
          </Action>
          <Action
            id="call-off"
            kind="quiet"
            busy={model.callingOff.busy}
            onTap={() => void model.callingOff.run(meeting.since)}
          >
            {hiringWords.arrange.callOff}
          </Action>
        </May>
      </View>
      {model.callingOff.error && <CommandError error={model.callingOff.error} safe={allWords.state.unreachable} />}
    </View>
  );
}

/** The clock of a second interview that nobody arranged yet. */
function Unarranged({ dossier, onOpen }: Pick<Part, 'dossier' | 'onOpen'>) {
  const words = hiringWords.arrange;
  const now = useNow(30_000);
  const { arrangeBy } = dossier.hiring;
  const left = arrangeBy === null ? undefined : Math.floor((Date.parse(arrangeBy) - now) / 60_000);
  return (
    <View className="hr-hiring-part" id="unarranged">
      {left !== undefined && left > 0 && arrangeBy !== null && (
        <View className="hr-tabular" id="arrange-clock">
          {`${words.due(whenText(arrangeBy, now))} ${words.left(Math.floor(left / 60), left % 60)}`}
        </View>
      )}
      {left !== undefined && left <= 0 && (
        <View className="hr-hiring-late" id="arrange-overdue">
          {words.overdue}
        </View>
      )}
      <View className="hr-hiring-actions">
        <May to="interview.arrange">
          <Action id="arrange" kind="primary" onTap={() => onOpen('arrange')}>
            {words.open}
          </Action>
        </May>
        <May to="interview.enterRound">
          <Action id="enter-result" onTap={() => onOpen('result')}>
            {hiringWords.result.enter}
          </Action>
        </May>
      </View>
    </View>
  );
}

type ResultsProps = Pick<Part, 'dossier'> & { editable: readonly Round[]; onEdit(round: Round): void };

function Results({ dossier, editable, onEdit }: ResultsProps) {
  const words = hiringWords.result;
  const { results } = dossier.hiring;
  if (results.length === 0) return null;
  return (
    <View className="hr-hiring-part" id="results">
      {results.map(({ round, passed, score, words: said }) => (
        <View key={round} className="hr-hiring-result">
          <View className="hr-hiring-said">
            <View className="hr-hiring-strong">
              {words.line(hiringWords.round[round], passed ? words.yes : words.no, score === null ? '' : String(score))}
            </View>
            {said !== '' && <View className="hr-quiet">{said}</View>}
          </View>
          {editable.includes(round) && (
            <Tap
              id={`edit-${round}`}
              className="hr-link"
              pressed="hr-link-pressed"
              label={words.editOf(hiringWords.round[round])}
              onTap={() => onEdit(round)}
            >
              {words.change}
            </Tap>
          )}
        </View>
      ))}
    </View>
  );
}

function Offer({ dossier, onOpen }: Part) {
  const words = hiringWords.offer;
  const { offer, joinedAt, mayDecide } = dossier.hiring;
  const over = offer?.answer === 'declined' || offer?.answer === 'lapsed';
  return (
    <View className="hr-hiring-part" id="hr-offer">
      <View id="hr-offer-state" className={offer?.answer === 'accepted' ? 'hr-hiring-strong' : ''}>
        {offer === null ? words.unsent : offer.answer === null ? words.waiting(offer.untilText) : words[offer.answer]}
      </View>
      <Row name={hiringWords.meeting.said} value={offer?.answerWords ?? ''} />
      {(offer === null || over) && may('interview.makeOffer') && (
        <View className="hr-hiring-actions">
          <Action id="make-offer" kind="primary" onTap={() => onOpen('offer')}>
            {over ? words.again : words.open}
          </Action>
        </View>
      )}
      {offer !== null && !over && joinedAt === null && may('interview.decide') && (
        <View className="hr-hiring-actions">
          {mayDecide ? (
            <Action id="call-off-offer" kind="quiet" onTap={() => onOpen('call_off')}>
              {words.callOff.open}
            </Action>
          ) : (
            <View className="hr-quiet">{words.callOff.notYet(dossier.undoMinutes)}</View>
          )}
        </View>
      )}
    </View>
  );
}

function Joining({ dossier, model, onOpen }: Part) {
  const words = hiringWords.join;
  const { joinedAt, joinUndoUntil: until } = dossier.hiring;
  const now = useNow(60_000);
  return (
    <View className="hr-hiring-part" id="joining">
      <View className="hr-hiring-strong">{joinedAt === null ? words.ready : words.done(whenText(joinedAt, now))}</View>
      {joinedAt === null && may('interview.joined') && (
        <View className="hr-hiring-actions">
          <Action id="joined" busy={model.joining.busy} onTap={() => void model.joining.run()}>
            {model.joining.busy ? words.busy : words.action}
          </Action>
        </View>
      )}
      {until !== null && Date.parse(until) > now && may('interview.undoJoined') && (
        <View className="hr-hiring-actions">
          <View className="hr-quiet hr-tabular">{words.undo.until(whenText(until, now))}</View>
          <Action id="undo-joined" kind="quiet" onTap={() => onOpen('unjoin')}>
            {words.undo.open}
          </Action>
        </View>
      )}
      {model.joining.error && <CommandError error={model.joining.error} safe={allWords.state.unreachable} />}
    </View>
  );
}

const Row = ({ name, value, strong = false }: { name: string; value: string; strong?: boolean }) =>
  value === '' ? null : (
    <View className="hr-hiring-row">
      <Text className="hr-hiring-name">{name}</Text>
      <Text className={strong ? 'hr-hiring-value hr-hiring-strong' : 'hr-hiring-value'}>{value}</Text>
    </View>
  );
