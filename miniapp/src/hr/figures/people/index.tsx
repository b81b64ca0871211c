import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { serverTime } from '../../../api/call.ts';
import { Action } from '../../../components/action.tsx';
import { Page } from '../../../components/page.tsx';
import { Skeleton } from '../../../components/states.tsx';
import { Tap } from '../../../components/tap.tsx';
import { whenText } from '../../../state/when.ts';
import { ScoreRing } from '../../components/score-ring.tsx';
import { StateChip } from '../../components/state-chip.tsx';
import { CommandError, Empty, Failure } from '../../components/states.tsx';
import { HelpEntry } from '../../help/help-entry.tsx';
import { reviewUrl } from '../../review/review-url.ts';
import { figureWords, words as hrWords } from '../../words.ts';
import { spanText } from '../day-text.ts';
import { ExportSheet } from '../export-sheet.tsx';
import { minutesText } from '../number-text.ts';
import { useParams } from '../use-params.ts';
import { usePositions } from '../use-positions.ts';
import { askedPeople } from './asked.ts';
import { conditionsOf } from './conditions.ts';
import { type Person, usePeople } from './use-people.ts';
import '../../styles/page.scss';
import '../../components/person-row.scss';
import './index.scss';

const words = figureWords.people;

/** The people behind a figure: the same cases that were counted, each with the way to the dossier. */
function PeoplePage() {
  const asked = askedPeople(useParams());
  const [exporting, setExporting] = useState(false);
  const people = usePeople(asked);
  const positions = usePositions();
  const position = positions.find(({ positionId }) => positionId === asked.positionId)?.title;
  const now = serverTime.now();
  const { list, from = '', to = '', ...narrowed } = asked;
  return (
    <Page wide className="hr-page">
      <View className="hr-behind">
        <View className="hr-behind-head">
          <View className="hr-behind-title">
            {from === '' || to === '' ? words.lists[list] : words.said(words.lists[list], spanText(from, to))}
          </View>
          <HelpEntry page="figures" />
        </View>
        <View className="hr-behind-conditions" id="people-conditions">
          {conditionsOf(asked, position).map((one) => (
            <Text key={one} className="hr-behind-condition">
              {one}
            </Text>
          ))}
        </View>
        {people.first.phase === 'loading' && <Skeleton cards={3} lines={2} />}
        {people.first.phase === 'failed' && <Failure error={people.first.error} onRetry={people.first.reload} />}
        {people.first.phase === 'ready' && people.rows.length === 0 && (
          <View id="people-empty">
            <Empty text={words.empty} />
          </View>
        )}
        {people.rows.length > 0 && (
          <View id="people-rows" className="hr-card" {...aria({ role: 'list' })}>
            {people.rows.map((row) => (
              <View key={`${row.interviewId} ${row.at}`} {...aria({ role: 'listitem' })}>
                <Row row={row} list={list} now={now} />
              </View>
            ))}
          </View>
        )}
        {people.error && <CommandError error={people.error} safe={hrWords.state.unreachable} />}
        {people.cursor !== null && (
          <Action id="more-people" block busy={people.busy} onTap={() => void people.more()}>
            {people.busy ? words.loading : words.more}
          </Action>
        )}
        {people.first.phase === 'ready' && people.cursor === null && people.rows.length > 0 && (
          <View id="people-count" className="hr-quiet hr-behind-end">
            {words.end(people.rows.length)}
          </View>
        )}
        <View className="hr-quiet">{words.emptyText}</View>
        {people.rows.length > 0 && (
          <Tap id="export-people" className="hr-link" pressed="hr-link-pressed" onTap={() => setExporting(true)}>
            {figureWords.export.people}
          </Tap>
        )}
      </View>
      {exporting && (
        <ExportSheet
          only="people"
          query={{ list, ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }), ...narrowed }}
          onClose={() => setExporting(false)}
        />
      )}
    </Page>
  );
}

function Row({ row, list, now }: { row: Person; list: string; now: number }) {
  const about = [
    ...(row.reason === null ? [] : [figureWords.names.reasons[row.reason]]),
    ...(row.missed ? [handledText(row)] : []),
    ...(list === 'invitations' ? [words.reached(figureWords.names.steps[row.step])] : []),
    ...(row.lost === null || row.missed ? [] : [figureWords.names.losses[row.lost]]),
  ];
  return (
    <Tap
      id={`behind-${row.interviewId}`}
      className="hr-behind-row"
      pressed="hr-behind-pressed"
      off={row.candidate === ''}
      onTap={() => void Taro.navigateTo({ url: reviewUrl(row.applicationId) })}
    >
      {row.overall === null ? (
        <View className="hr-avatar">{(row.candidate || words.nobody).slice(0, 1)}</View>
      ) : (
        <ScoreRing score={row.overall} />
      )}
      <View className="hr-behind-text">
        <View className="hr-behind-line">
          <Text className="hr-behind-name">{row.candidate || words.nobody}</Text>
          <StateChip status={row.status} />
        </View>
        <View className="hr-quiet">
          {row.position} · <Text className="hr-behind-when">{whenText(row.at, now)}</Text>
        </View>
        {about.length > 0 && <View className="hr-quiet">{about.join(' · ')}</View>}
      </View>
    </Tap>
  );
}

const handledText = ({ handledMinutes }: Person): string =>
  handledMinutes === null ? words.notHandled : words.handled(minutesText(handledMinutes));

export default PeoplePage;
