import path from 'node:path';
import { readSound } from '#functions/adapters/audio/read-sound.ts';
import { readFile } from '#functions/adapters/files/read-file.ts';
import {
  composeCallbacks,
  composeCandidateApi,
  composeDeliver,
  composeEvaluate,
  composeHrApi,
  composeIntake,
  composeLearn,
  composeStream,
  composeSweep,
  composeTranscribe,
} from '#functions/compose.ts';
import type { Config } from '#functions/config.ts';
import { callbacksHandler } from '#functions/handlers/callbacks-handler.ts';
import { deliverHandler } from '#functions/handlers/deliver-handler.ts';
import { evaluateHandler } from '#functions/handlers/evaluate-handler.ts';
import { httpHandler } from '#functions/handlers/http-handler.ts';
import { intakeHandler } from '#functions/handlers/intake-handler.ts';
import { learnHandler } from '#functions/handlers/learn-handler.ts';
import { streamHandler } from '#functions/handlers/stream-handler.ts';
import { sweepHandler } from '#functions/handlers/sweep-handler.ts';
import { transcribeHandler } from '#functions/handlers/transcribe-handler.ts';
import { candidateRoutes, hrRoutes } from '#functions/routes.ts';
import { copiesOf } from '#shared/application/copies.ts';
import type { Backstage } from './backstage.ts';
import type { WorldClock } from './clock.ts';
import type { DynamoProxy } from './dynamo/proxy.ts';
import { startStreamSource } from './dynamo/stream.ts';
import { lambdaContext } from './lambda-context.ts';
import type { QueueServer } from './queue/server.ts';
import { startQueueSource } from './queue/source.ts';
import type { EventDefinitions } from './table-definition.ts';

type Options = {
  config: Config;
  clock: WorldClock;
  backstage: Backstage;
  queue: QueueServer;
  dynamo: DynamoProxy;
  events: EventDefinitions;
  dir: string;
};

/** The product's functions with what triggers them on AWS: HTTP, the stream, the queues, the minute. */
export function startFunctions({ config, clock, backstage, queue, dynamo, events, dir }: Options) {
  const candidateApi = httpHandler(candidateRoutes, composeCandidateApi(config, clock));
  const hrApi = httpHandler(hrRoutes, composeHrApi(config, clock));
  const callbacks = callbacksHandler(composeCallbacks(config, clock));
  const reactions = composeStream(config, clock);
  const onStream = streamHandler(reactions);
  let enabled = Promise.resolve();
  const stream = startStreamSource({
    endpoint: dynamo.endpoint,
    tableName: config.table,
    filter: events.stream.filterPatterns,
    batchSize: events.stream.batchSize,
    maximumRetryAttempts: events.stream.maximumRetryAttempts,
    bisectBatchOnFunctionError: events.stream.bisectBatchOnFunctionError,
    onDiscard: ({ error }) => backstage.add({ kind: 'fault', text: `stream record discarded: ${String(error)}` }),
    checkpointFile: path.join(dir, 'stream.json'),
    wake: dynamo.onWrite,
    handler: async (event) => {
      await enabled;
      for (const record of event.Records) await tellEvent(record.dynamodb?.Keys?.pk?.S, record.dynamodb?.Keys?.sk?.S);
      return onStream(event);
    },
  });

  async function tellEvent(pk = '', sk = ''): Promise<void> {
    const [, company = '', , interviewId = ''] = pk.split('#');
    const history = await reactions.interviews.history(company, interviewId);
    const recorded = history.find(({ version }) => version === Number(sk.split('#')[1]));
    if (recorded === undefined) return;
    const after = copiesOf(history.filter(({ version }) => version <= recorded.version));
    backstage.add({ kind: 'event', interviewId, text: `${recorded.event.type} → ${after?.state.status}` });
  }

  const consume = (
    name: 'evaluate' | 'deliver' | 'transcribe' | 'intake' | 'learn',
    handler: ReturnType<typeof evaluateHandler>,
  ) =>
    startQueueSource({
      store: queue.store,
      queueName: name,
      batchSize: events[name].batchSize,
      maximumConcurrency: events[name].maximumConcurrency,
      handler: async (event) => {
        for (const { body } of event.Records) backstage.add({ kind: 'job', text: `${name} ${body}` });
        return handler(event, lambdaContext(name));
      },
    });
  const queues = [
    consume('evaluate', evaluateHandler(composeEvaluate(config, clock))),
    consume('deliver', deliverHandler(composeDeliver(config, clock))),
    consume('transcribe', transcribeHandler(composeTranscribe(config, readSound, clock))),
    consume('intake', intakeHandler(composeIntake(config, readFile, clock))),
    consume('learn', learnHandler(composeLearn(config, clock))),
  ];
  const sweepOnce = sweepHandler(composeSweep(config, clock));

  /** Everything that the writes so far set off has been done. */
  async function idle(): Promise<void> {
    // A job can write, a write can make a job: quiet is when nothing new came of either.
    for (let round = 0; round < 3; round += 1) {
      await stream.idle();
      for (const one of queues) await one.idle();
    }
  }
  return {
    handlerFor: (at: string) =>
      at.startsWith('/v1/callbacks/')
        ? { name: 'callbacks', handler: callbacks }
        : at.startsWith('/v1/hr/') || at === '/v1/session/wecom'
          ? { name: 'hr-api', handler: hrApi }
          : { name: 'candidate-api', handler: candidateApi },
    /** The minute's tick. */
    async sweep() {
      const swept = await sweepOnce();
      if (swept.handled > 0) backstage.add({ kind: 'sweep', text: `handled ${swept.handled}, failed ${swept.failed}` });
      return swept;
    },
    idle,
    /** The stream's event source mapping disabled: what is written meanwhile is told when the answer is called. */
    holdStream() {
      const { promise, resolve } = Promise.withResolvers<void>();
      enabled = promise;
      return resolve;
    },
    async stop() {
      await Promise.all([stream, ...queues].map((source) => source.stop()));
    },
  };
}
