import { useCallback, useEffect, useState } from 'react';
import { readDeviceFacts } from '#platform/device-facts.ts';
import { upload } from '#platform/upload.ts';
import { call } from '../../api/call.ts';
import { isRefused } from '../../api/call-error.ts';
import type { DeviceFacts } from '../../platform/device-facts.ts';
import { monotonic } from '../../state/monotonic.ts';
import { networkResult, type Result, storageResult } from './results.ts';

/** An upload of a known size, measured. The form is asked for first, so that only the sending counts. */
async function network(interviewId: string): Promise<Result[]> {
  const asked = await call('interview.probe', { params: { interviewId } });
  if (!asked.ok) {
    const old = isRefused(asked.error, 'upgrade_required');
    return old
      ? [{ check: 'version', ok: false, code: 'old' }]
      : [{ check: 'network', ok: false, code: asked.error.kind === 'refused' ? 'refused' : 'offline' }];
  }
  const { form, bytes } = asked.value;
  const from = monotonic();
  const mime = form.fields['Content-Type'] ?? 'application/octet-stream';
  const sent = await upload({ url: form.url, fields: form.fields, content: { bytes: new ArrayBuffer(bytes) }, mime });
  return [
    { check: 'version', ok: true, code: 'ok' },
    sent.ok ? networkResult(bytes, monotonic() - from) : { check: 'network', ok: false, code: 'offline' },
  ];
}

/** What can be looked at without asking anybody: network, storage, version. */
export function useQuietChecks(interviewId: string, onResult: (result: Result) => void) {
  const [busy, setBusy] = useState(true);
  const [facts, setFacts] = useState<DeviceFacts>();

  const run = useCallback(async () => {
    setBusy(true);
    const read = await readDeviceFacts();
    setFacts(read);
    onResult(storageResult(read.freeBytes));
    for (const result of await network(interviewId)) onResult(result);
    setBusy(false);
  }, [interviewId, onResult]);
  useEffect(() => void run(), [run]);
  return { busy, facts, run };
}
