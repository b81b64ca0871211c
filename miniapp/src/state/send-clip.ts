import { mediaLimits } from '#shared/interview/media.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { type CallError, isRefused, isWaitable } from '../api/call-error.ts';
import type { Call } from '../api/caller.ts';
import { backoffMs } from '../api/retry.ts';
import type { UploadOne } from '../platform/upload.ts';
import { type ClipRecord, partKey } from './clip-journal.ts';
import type { Timers } from './timers.ts';
import type { Form, Lane } from './upload-lane.ts';

type Parts = {
  call: Call;
  upload: UploadOne;
  timers: Timers;
  random: () => number;
  /** Written down with the clip. */
  note(lane: Lane, change: Partial<ClipRecord>): void;
  changed(): void;
  /** It has been handed in. */
  onClosed(record: ClipRecord): void;
};

/** A form may be too old; one that is refused this often is refused for good. */
const mostRefusals = 4;

/** Sends what a clip has, part after part, and hands it in when it is whole; what cannot go now is tried again later. */
export function createSendClip({ call, upload, timers, random, note, changed, onClosed }: Parts) {
  function later(lane: Lane) {
    lane.waiting = true;
    timers.clear(lane.timer);
    lane.timer = timers.set(() => void push(lane), backoffMs(lane.tries++, random));
  }

  async function formFor(lane: Lane, part: number): Promise<Result<Form, CallError>> {
    const kept = lane.forms.get(part);
    if (kept) return ok(kept);
    const { interviewId, clipId, questionId, kind, mime, parts, stage } = lane.record;
    const wanted = stage === 'open' ? mediaLimits.parts[kind] - part : parts.length - part;
    const count = Math.max(1, Math.min(mediaLimits.forms, wanted));
    const got = await call('clip.forms', {
      params: { interviewId },
      input: { clipId, questionId, kind, mime, from: part, count },
    });
    if (!got.ok) return got;
    lane.forms = new Map(got.value.forms.map((form) => [form.part, form]));
    const form = lane.forms.get(part);
    return form ? ok(form) : refuse({ kind: 'unknown' });
  }

  /** True: it is up, go on. */
  async function sendPart(lane: Lane, part: number): Promise<boolean> {
    const form = await formFor(lane, part);
    if (!form.ok) return fail(lane, form.error);
    const held = lane.memory.get(part);
    const content = held ? { bytes: held } : { key: partKey(lane.record, part) };
    const onProgress = (done: number) => {
      const before = lane.partDone;
      lane.partDone = done;
      if (Math.floor(before * 10) !== Math.floor(done * 10)) changed();
    };
    const { url, fields } = form.value;
    const sent = await upload({ url, fields, content, mime: lane.record.mime, onProgress });
    lane.partDone = 0;
    if (sent.ok) {
      lane.tries = 0;
      lane.refusals = 0;
      lane.forms.delete(part);
      lane.memory.delete(part);
      note(lane, { up: part + 1 });
      return true;
    }
    lane.forms.clear();
    if (sent.kind === 'missing') {
      // What was up before it can still be heard: a recording cut short is better than none.
      if (part > 0) note(lane, { parts: lane.record.parts.slice(0, part) });
      else lane.failed = 'lost';
      return part > 0;
    }
    if (sent.kind === 'refused' && ++lane.refusals >= mostRefusals)
      return fail(lane, { kind: 'refused', code: 'media_not_allowed', message: '', status: sent.status });
    later(lane);
    return false;
  }

  function fail(lane: Lane, error: CallError): false {
    if (isWaitable(error)) later(lane);
    else lane.failed = error;
    return false;
  }

  async function close(lane: Lane): Promise<boolean> {
    const { interviewId, attempt, clipId, questionId, kind, mime, name, seconds, parts, interruptions } = lane.record;
    const bytes = parts.reduce((sum, size) => sum + size, 0);
    const answer = await call('clip.close', {
      params: { interviewId, clipId },
      input: {
        attempt,
        questionId,
        kind,
        mime,
        seconds,
        parts: parts.length,
        bytes,
        interruptions,
        ...(name === undefined ? {} : { name }),
      },
    });
    // A conflict: it was handed in before, by an app that was killed in the middle. It is there.
    if (!answer.ok && !isRefused(answer.error, 'clip_conflict')) return fail(lane, answer.error);
    if (lane.record.stage === 'whole') note(lane, { stage: 'closed' });
    onClosed(lane.record);
    return false;
  }

  async function push(lane: Lane): Promise<void> {
    if (lane.busy || lane.failed !== undefined) return;
    lane.busy = true;
    lane.waiting = false;
    timers.clear(lane.timer);
    changed();
    for (let more = true; more; ) {
      const { stage, up, parts } = lane.record;
      if (stage === 'discarded' || stage === 'closed') more = false;
      else if (up < parts.length) more = await sendPart(lane, up);
      else if (stage === 'whole') more = await close(lane);
      else more = false;
      changed();
    }
    lane.busy = false;
    changed();
  }

  return push;
}
