import { createHash } from 'node:crypto';
import type { LanguageCode, MediaFormat, TranscriptionJob } from '@aws-sdk/client-transcribe';
import * as z from 'zod';
import { jsonOf } from '../endpoint/post.ts';
import { type Audio, bareMime, failed, type Recognised, type Recogniser } from './recogniser.ts';

// Awaited and not imported: a bundle lifts the imports of every file in it to its start, however late the file is wanted.
const {
  ConflictException,
  GetTranscriptionJobCommand,
  StartTranscriptionJobCommand,
  TranscribeClient,
  TranscribeServiceException,
} = await import('@aws-sdk/client-transcribe');

const formats: Record<string, MediaFormat> = {
  'audio/mpeg': 'mp3',
  'audio/webm': 'webm',
  'video/webm': 'webm',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'video/mp4': 'mp4',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/flac': 'flac',
  'audio/amr': 'amr',
};

const resultSchema = z.object({
  results: z.object({
    transcripts: z.array(z.object({ transcript: z.string() })),
    items: z.array(
      z.object({
        type: z.string(),
        start_time: z.coerce.number().optional(),
        end_time: z.coerce.number().optional(),
        alternatives: z.array(z.object({ content: z.string(), confidence: z.coerce.number().optional() })),
      }),
    ),
  }),
});

/**
 * Amazon Transcribe. A job is named after the recording, so that whoever comes back after a `timeout` finds the same
 * job further on, and nothing is transcribed twice. In a file of its own: only who imports it carries the SDK.
 */
export function transcribeRecogniser({
  region,
  bucket,
  outputPrefix,
  readObject,
  language = 'zh-CN',
  endpoint,
  credentials,
  pollMs = 1500,
  budgetMs = 45_000,
  tries = 3,
  wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}: {
  region: string;
  /** Where the recordings lie, and the results beside them. */
  bucket: string;
  /** Of the results' keys, with its slash. */
  outputPrefix: string;
  readObject: (key: string) => Promise<string>;
  /** Where the recording does not say. */
  language?: string | undefined;
  endpoint?: string | undefined;
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined;
  pollMs?: number;
  /** Milliseconds after which the job is left to itself. */
  budgetMs?: number;
  /** Of each request, by the SDK's own retries. */
  tries?: number;
  wait?: (ms: number) => Promise<void>;
}): Recogniser {
  const client = new TranscribeClient({
    region,
    maxAttempts: tries,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  });

  async function start(audio: Audio, name: string, outputKey: string, abortSignal: AbortSignal): Promise<void> {
    const format = formats[bareMime(audio.mime)];
    const command = new StartTranscriptionJobCommand({
      TranscriptionJobName: name,
      Media: { MediaFileUri: `s3://${bucket}/${audio.key}` },
      LanguageCode: (audio.language ?? language) as LanguageCode,
      ...(format && { MediaFormat: format }),
      OutputBucketName: bucket,
      OutputKey: outputKey,
    });
    await client.send(command, { abortSignal }).catch((error: unknown) => {
      if (!(error instanceof ConflictException)) throw error;
    });
  }

  async function finished(name: string, abortSignal: AbortSignal): Promise<TranscriptionJob | undefined> {
    while (!abortSignal.aborted) {
      const command = new GetTranscriptionJobCommand({ TranscriptionJobName: name });
      const { TranscriptionJob: job } = await client.send(command, { abortSignal });
      if (job?.TranscriptionJobStatus === 'COMPLETED' || job?.TranscriptionJobStatus === 'FAILED') return job;
      await wait(pollMs);
    }
    return undefined;
  }

  return {
    name: 'transcribe',
    async recognise(audio) {
      if (formats[bareMime(audio.mime)] === undefined) return failed('unsupported');
      const name = jobNameOf(audio);
      const outputKey = `${outputPrefix}${name}.json`;
      const budget = AbortSignal.timeout(budgetMs);
      try {
        await start(audio, name, outputKey, budget);
        const job = await finished(name, budget);
        if (!job) return failed('timeout');
        if (job.TranscriptionJobStatus === 'FAILED') return failed('refused');
        return recognisedOf(await readObject(outputKey));
      } catch (error) {
        return failed(budget.aborted ? 'timeout' : codeOf(error));
      }
    },
  };
}

const jobNameOf = ({ key, bytes }: Audio): string =>
  `mianliao-${createHash('sha256').update(key).update(bytes).digest('hex').slice(0, 40)}`;

function codeOf(error: unknown) {
  if (!(error instanceof TranscribeServiceException)) return 'unavailable';
  if (error.name === 'LimitExceededException' || error.name === 'ThrottlingException') return 'limited';
  return error.$fault === 'client' ? 'refused' : 'unavailable';
}

function recognisedOf(document: string): Recognised {
  const parsed = resultSchema.safeParse(jsonOf(document));
  if (!parsed.success) return failed('unreadable');
  const { transcripts, items } = parsed.data.results;
  const words = items
    .filter(({ type }) => type === 'pronunciation')
    .map(({ start_time: start = 0, end_time: end = 0, alternatives: [best] }) => ({
      text: best?.content ?? '',
      start,
      end,
      confidence: best?.confidence ?? 0,
    }));
  const confidence = words.length === 0 ? null : words.reduce((sum, one) => sum + one.confidence, 0) / words.length;
  return {
    state: 'ready',
    text: transcripts
      .map((one) => one.transcript)
      .join('')
      .trim(),
    confidence,
    words,
  };
}
