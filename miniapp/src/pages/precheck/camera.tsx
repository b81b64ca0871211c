import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { createCamera } from '#platform/camera.ts';
import { CameraPreview } from '#platform/camera-preview.tsx';
import { authorise } from '#platform/privacy.ts';
import { Action } from '../../components/action.tsx';
import { copy } from '../../copy.ts';
import { CheckRow } from './check-row.tsx';
import { adviceOf, type Result } from './results.ts';

type Props = { result: Result | undefined; browser: boolean; onResult: (result: Result) => void };

/** Only where a question may be answered by video. The picture goes nowhere. */
export function CameraCheck({ result, browser, onResult }: Props) {
  const words = copy.precheck.camera;
  const [camera, setCamera] = useState<ReturnType<typeof createCamera>>();
  // Whoever leaves is not filmed on.
  useEffect(() => () => camera?.close(), [camera]);
  const advice = result && adviceOf(copy, result, browser, '');

  async function open() {
    const permission = await authorise('camera');
    if (permission !== 'granted') return onResult({ check: 'camera', ok: false, code: permission });
    setCamera(
      createCamera({
        onChunk: () => {},
        onError: (code) => {
          setCamera(undefined);
          onResult({ check: 'camera', ok: false, code });
        },
        onStop: () => {},
      }),
    );
  }

  function judged(ok: boolean) {
    camera?.close();
    setCamera(undefined);
    onResult({ check: 'camera', ok, code: ok ? 'ok' : 'unseen' });
  }

  const state = camera ? 'running' : result === undefined ? 'waiting' : result.ok ? 'passed' : 'failed';
  return (
    <CheckRow check="camera" state={state} says={camera ? words.see : (advice?.says ?? words.ask)} does={advice?.does}>
      {camera ? (
        <>
          <CameraPreview camera={camera} className="check-row__camera" />
          <View className="check-row__actions">
            <Action id="camera-yes" kind="primary" onTap={() => judged(true)}>
              {words.yes}
            </Action>
            <Action id="camera-no" onTap={() => judged(false)}>
              {words.no}
            </Action>
          </View>
        </>
      ) : (
        <View className="check-row__actions">
          <Action id="open-camera" kind={result?.ok ? 'quiet' : 'plain'} onTap={() => void open()}>
            {result === undefined ? words.start : result.ok ? copy.precheck.again : copy.precheck.retry}
          </Action>
        </View>
      )}
    </CheckRow>
  );
}
