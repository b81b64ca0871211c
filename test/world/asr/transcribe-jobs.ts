import type { ModelReply } from '../llm/model-handle.ts';
import { isRecord, textOf } from '../provider/serve.ts';
import type { Heard } from './heard.ts';

type Job = { name: string; uri: string; outputKey: string; looks: number; fails: boolean };

/** Amazon Transcribe's jobs: in progress when first looked at, then done, with the result under the key asked for. */
export function createTranscribeJobs({
  heardAt,
  putObject,
  looksNeeded,
}: {
  heardAt: (key: string) => Heard;
  putObject: (key: string, body: string) => void | Promise<void>;
  looksNeeded: number;
}) {
  const jobs = new Map<string, Job>();
  const view = ({ name, uri }: Job, TranscriptionJobStatus: string) => ({
    json: { TranscriptionJob: { TranscriptionJobName: name, TranscriptionJobStatus, Media: { MediaFileUri: uri } } },
  });

  return {
    started: () => [...jobs.keys()],
    start(request: Record<string, unknown>, fails: boolean): ModelReply {
      const name = textOf(request.TranscriptionJobName);
      const uri = isRecord(request.Media) ? textOf(request.Media.MediaFileUri) : '';
      if (!/^[0-9a-zA-Z._-]{1,200}$/.test(name)) return awsError('BadRequestException', 'TranscriptionJobName');
      if (!uri.startsWith('s3://')) return awsError('BadRequestException', 'MediaFileUri');
      if (!/^[a-z]{2,3}-[A-Z]{2}$/.test(textOf(request.LanguageCode))) {
        return awsError('BadRequestException', 'LanguageCode');
      }
      if (jobs.has(name)) return awsError('ConflictException', 'The requested job name already exists.');
      const job = { name, uri, outputKey: textOf(request.OutputKey), looks: 0, fails };
      jobs.set(name, job);
      return view(job, 'IN_PROGRESS');
    },
    /** `as`: how sure the recogniser is of what it heard. */
    async look(request: Record<string, unknown>, as: (heard: Heard) => Heard): Promise<ModelReply> {
      const job = jobs.get(textOf(request.TranscriptionJobName));
      if (!job) return awsError('NotFoundException', 'The requested job was not found.');
      job.looks += 1;
      if (job.looks <= looksNeeded) return view(job, 'IN_PROGRESS');
      if (job.fails) return view(job, 'FAILED');
      const key = job.uri.replace(/^s3:\/\/[^/]+\//, '');
      await putObject(job.outputKey, JSON.stringify(resultOf(as(heardAt(key)))));
      return view(job, 'COMPLETED');
    },
  };
}

function resultOf({ text, confidence = 0.95 }: Heard) {
  const items = [...text].map((content, at) =>
    /[\p{L}\p{N}]/u.test(content)
      ? {
          type: 'pronunciation',
          start_time: String(at / 4),
          end_time: String((at + 1) / 4),
          alternatives: [{ content, confidence: String(confidence) }],
        }
      : { type: 'punctuation', alternatives: [{ content, confidence: '0.0' }] },
  );
  return { status: 'COMPLETED', results: { transcripts: [{ transcript: text }], items } };
}

export const awsError = (type: string, Message: string, status = 400): ModelReply => ({
  status,
  headers: { 'x-amzn-errortype': type },
  json: { __type: type, Message },
});
