import type { Recogniser } from '#functions/ports/clip.ts';
import type { Clock } from '#functions/ports.ts';
import { openAiRecogniser } from './asr/openai-recogniser.ts';
import { type Recogniser as Heard, mayPass } from './asr/recogniser.ts';
import { tencentRecogniser } from './asr/tencent-recogniser.ts';

export type RecogniserOptions = {
  kind: 'none' | 'openai' | 'tencent' | 'transcribe';
  /** Of an OpenAI-compatible server up to its version, or Tencent's endpoint; '' for the vendor's own. */
  baseUrl: string;
  /** The key, or with Tencent the secret key that belongs to `secretId`. */
  key: string;
  secretId: string;
  /** A model's name, or Tencent's name of language and rate; '' for the usual one. */
  model: string;
  clock: Clock;
  /** Amazon Transcribe works on the bucket itself. */
  transcribe: {
    region: string;
    bucket: string;
    credentials?: { accessKeyId: string; secretAccessKey: string } | undefined;
    readObject: (key: string) => Promise<string>;
  };
};

/** Beside the recordings, and out of reach of every address that a phone is given. */
const transcribeOutput = 'transcripts/';

/** The recogniser that the configuration names; undefined where there is none. */
export function chooseRecogniser(options: RecogniserOptions): Recogniser | undefined {
  const { kind, key, secretId, clock } = options;
  const baseUrl = options.baseUrl || undefined;
  const model = options.model || undefined;
  switch (kind) {
    case 'none':
      return undefined;
    case 'openai':
      return ours(
        openAiRecogniser({ baseUrl: baseUrl ?? 'https://api.openai.com/v1', apiKey: key, model: model ?? 'whisper-1' }),
      );
    case 'tencent':
      return ours(
        tencentRecogniser({
          endpoint: baseUrl ?? 'https://asr.tencentcloudapi.com',
          secretId,
          secretKey: key,
          engine: model,
          clock,
        }),
      );
    case 'transcribe': {
      const { transcribe } = options;
      let made: Promise<Heard> | undefined;
      // Its SDK is started only where it is used.
      const load = async () => {
        const { transcribeRecogniser } = await import('./asr/transcribe-recogniser.ts');
        return transcribeRecogniser({ ...transcribe, outputPrefix: transcribeOutput, endpoint: baseUrl });
      };
      return ours({
        name: 'transcribe',
        async recognise(audio) {
          made ??= load();
          return (await made).recognise(audio);
        },
      });
    }
  }
}

const ours = ({ name, recognise }: Heard): Recogniser => ({
  name,
  async recognise(recording) {
    const said = await recognise(recording);
    if (said.state === 'failed') return { ...said, passing: mayPass(said.code) };
    const { words = [], ...rest } = said;
    return { ...rest, words };
  },
});
