import { Text, View } from '@tarojs/components';
import { useRouter, useUnload } from '@tarojs/taro';
import { useCallback, useRef, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Card } from '../../components/card.tsx';
import { Opened } from '../../components/opened.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/states.tsx';
import { copy } from '../../copy.ts';
import { go } from '../../state/go.ts';
import { openInterview } from '../../state/open-interview.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { CameraCheck } from './camera.tsx';
import { CheckRow } from './check-row.tsx';
import { deviceOf } from './device.ts';
import { Microphone } from './microphone.tsx';
import { adviceOf, type Found, type Result, summaryOf } from './results.ts';
import { useQuietChecks } from './use-quiet-checks.ts';
import './index.scss';

const quiet = ['network', 'storage', 'version'] as const;

function PrecheckPage() {
  const { t, id } = useRouter().params;
  usePageTitle(copy.precheck.title);
  const page = useLoaded(() => openInterview({ t, id }), [t, id]);
  return (
    <Page className="precheck">
      <Opened of={page} skeleton={<Skeleton cards={3} />}>
        {(view) => (
          <Checks
            interviewId={view.interviewId}
            voice={view.questions.some(({ ways }) => ways.includes('voice') || ways.includes('video'))}
            video={view.questions.some(({ ways }) => ways.includes('video'))}
          />
        )}
      </Opened>
    </Page>
  );
}

function Checks({ interviewId, voice, video }: { interviewId: string; voice: boolean; video: boolean }) {
  const words = copy.precheck;
  const [found, setFound] = useState<Found>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const operation = useRef<{ said: string; id: string }>();
  const unsent = useRef<Found>({});

  const note = useCallback((...results: Result[]) => {
    const more = Object.fromEntries(results.map((result) => [result.check, result]));
    unsent.current = { ...unsent.current, ...more };
    setFound((was) => ({ ...was, ...more }));
  }, []);
  const { busy: looking, facts, run } = useQuietChecks(interviewId, note);
  const browser = facts?.environment === 'browser';
  const version = facts === undefined ? '' : words.version.ok(facts.appVersion, facts.client);

  const send = () => {
    const results = Object.values(unsent.current);
    if (results.length === 0) return undefined;
    unsent.current = {};
    const said = JSON.stringify(results);
    if (operation.current?.said !== said) operation.current = { said, id: newOperationId() };
    const device = facts && { device: deviceOf(facts) };
    const input = { operationId: operation.current.id, results, ...device };
    return retrying(() => call('interview.precheck', { params: { interviewId }, input }));
  };
  // Who goes away in the middle leaves what was found for support to see.
  useUnload(() => void send());

  async function finish() {
    setBusy(true);
    setError(undefined);
    const kept = unsent.current;
    const sent = await send();
    setBusy(false);
    // Refused: there is nothing left to check for.
    if (sent === undefined || sent.ok || sent.error.kind === 'refused') return go.back(interviewId);
    unsent.current = { ...kept, ...unsent.current };
    setError(sent.error);
  }

  const wanted = [...quiet, ...(voice ? (['microphone'] as const) : []), ...(video ? (['camera'] as const) : [])];
  return (
    <View className="precheck__body">
      <Text className="precheck__intro">{words.intro}</Text>
      <Card className="precheck__rows">
        <View {...aria({ role: 'list' })}>
          {quiet.map((check) => {
            const result = found[check];
            const advice = result && adviceOf(copy, result, browser, version);
            const running = looking && !result?.ok;
            const state = running ? 'running' : result === undefined ? 'waiting' : result.ok ? 'passed' : 'failed';
            return (
              <CheckRow
                key={check}
                check={check}
                state={state}
                says={running || advice === undefined ? words.looking[check] : advice.says}
                does={running ? undefined : advice?.does}
              >
                {state === 'failed' ? (
                  <View className="check-row__actions">
                    <Action onTap={() => void run()}>{words.retry}</Action>
                  </View>
                ) : null}
              </CheckRow>
            );
          })}
          {voice ? <Microphone found={found} browser={browser} onResult={note} /> : null}
          {video ? <CameraCheck result={found.camera} browser={browser} onResult={note} /> : null}
        </View>
      </Card>
      <View className="precheck__foot">
        <Text id="precheck-summary" className="precheck__summary" {...aria({ role: 'status' })}>
          {summaryOf(copy, found, wanted, looking)}
        </Text>
        {error === undefined ? null : <Text className="precheck__trouble">{sentenceOf(error)}</Text>}
        <Action id="finish-precheck" kind="primary" block busy={busy} onTap={() => void finish()}>
          {busy ? words.finishing : words.finish}
        </Action>
        {error === undefined ? null : (
          <Action kind="quiet" block onTap={() => go.back(interviewId)}>
            {copy.candidate.common.back}
          </Action>
        )}
        <Text className="precheck__kept">{words.kept}</Text>
      </View>
    </View>
  );
}

export default PrecheckPage;
