import {
  composeCallbacks,
  composeCandidateApi,
  composeDeliver,
  composeEvaluate,
  composeHrApi,
  composeStream,
  composeSweep,
  composeTranscribe,
} from '#functions/compose.ts';
import type { Config } from '#functions/config.ts';
import { callbacksHandler } from '#functions/handlers/callbacks-handler.ts';
import { deliverHandler } from '#functions/handlers/deliver-handler.ts';
import { evaluateHandler } from '#functions/handlers/evaluate-handler.ts';
import { httpHandler } from '#functions/handlers/http-handler.ts';
import { streamHandler } from '#functions/handlers/stream-handler.ts';
import { sweepHandler } from '#functions/handlers/sweep-handler.ts';
import { transcribeHandler } from '#functions/handlers/transcribe-handler.ts';
import type { IdPrefix, Queue, StaffActor } from '#functions/ports.ts';
import { candidateRoutes, hrRoutes } from '#functions/routes.ts';
import type { WorldClock } from '#test/world/clock.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import type { Providers } from './providers.ts';

type Given = {
  config: Config;
  clock: WorldClock;
  queue: Queue;
  providers: Providers;
  modelScores: boolean;
  /** Whether the audit's records are chained: a walk for one life in a few. */
  chains: boolean;
};

/** The product's functions as they are composed for AWS, with the providers, the queue and the ids of one life. */
export function composeFunctions({ config, clock, queue, providers, modelScores, chains }: Given) {
  const made = new Map<string, number>();
  const ids = {
    make(prefix: IdPrefix) {
      const n = (made.get(prefix) ?? 0) + 1;
      made.set(prefix, n);
      return `${prefix}_life${String(n).padStart(4, '0')}`;
    },
  };
  /** What happens while an end waits for the copies, and a judgement for words that are being written down. */
  const waiting = { for: async (): Promise<void> => {}, forWords: async (): Promise<void> => {} };
  const { messengers, scorer, embedded, recogniser, sound } = providers;
  const { appid } = seed.company.wechat;
  const { corpid } = seed.company.wecom;
  const wait = () => waiting.for();
  // Who stands behind a sign-in code is the platform's word: here the code says it itself.
  const signIn = { wechat: async (code: string) => ({ appid, openid: code }) };
  const staffSignIn = { wecom: async (code: string) => ({ corpid, userid: code }) };

  const candidateApi = composeCandidateApi(config, clock);
  const hrApi = composeHrApi(config, clock);
  const evaluate = composeEvaluate(config, clock);
  const deliver = composeDeliver(config, clock);
  const sweep = composeSweep(config, clock);
  const scorers = modelScores ? { scorer, embedded } : { scorer: embedded, embedded };
  const ofCandidates = { ...candidateApi, ids, wait, signIn };
  const ofStaff = {
    ...hrApi,
    ids,
    signIn: staffSignIn,
    seenBy: async (actor: StaffActor) => ({ ...(await hrApi.seenBy(actor)), ids }),
  };
  return {
    waiting,
    tokens: candidateApi.tokens,
    interviews: candidateApi.interviews,
    credits: candidateApi.credits,
    deliveries: deliver.deliveries,
    erasures: sweep.erasures,
    candidateApi: httpHandler(candidateRoutes, ofCandidates),
    hrApi: httpHandler(hrRoutes, ofStaff),
    callbacks: callbacksHandler(composeCallbacks(config, clock)),
    stream: streamHandler({ ...composeStream(config, clock), queue }),
    sweep: sweepHandler({
      ...sweep,
      queue,
      ids,
      audit: chains ? sweep.audit : { ...sweep.audit, due: async () => [] },
    }),
    evaluate: evaluateHandler({ ...evaluate, ...scorers, wait: () => waiting.forWords() }),
    deliver: deliverHandler({ ...deliver, messengers }),
    transcribe: transcribeHandler({ ...composeTranscribe(config, sound, clock), recogniser }),
  };
}
