import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { queueHandler } from '#functions/handlers/queue-handler.ts';
import { begin } from '#test/functions/journeys/candidate.ts';
import { startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { lambdaContext } from '#test/world/lambda-context.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

const schema = z.object({ name: z.string(), fail: z.boolean().optional() });
const context = lambdaContext('test');
const event = (...bodies: string[]): SQSEvent => ({
  Records: bodies.map((body, i) => ({
    messageId: `m${i}`,
    receiptHandle: 'r',
    body,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: 's',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:test',
    awsRegion: 'us-east-1',
  })),
});
const failures = (response: { batchItemFailures: { itemIdentifier: string }[] }) =>
  response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort();

describe('a batch of jobs', () => {
  const done: string[] = [];
  const handler = queueHandler(schema, async ({ name, fail = false }) => {
    if (fail) throw new Error(`张三\n    的电话 18800001234`);
    done.push(name);
    return 'done';
  });

  it('only the part that failed is handed back (SCENARIOS 10)', async () => {
    const response = await handler(event('{"name":"a"}', '{"name":"b","fail":true}', '{"name":"c"}'), context);
    expect(failures(response)).toEqual(['m1']);
    expect(done).toEqual(['a', 'c']);
  });

  it('what can never be read fails alone, and its words stay out of the log (SCENARIOS 11)', async () => {
    const response = await handler(
      event('{"name":\n"张三 18800001234', 'null', '{"name":1}', '{"name":"d"}', ''),
      context,
    );
    expect(failures(response)).toEqual(['m0', 'm1', 'm2', 'm4']);
    expect(done).toContain('d');
    const lines = world.logs.join('');
    expect(lines).toContain('job failed');
    expect(lines).not.toContain('张三');
    expect(lines).not.toContain('1880000');
    expect(lines).toContain('queue-handler.test.ts');
  });

  it('all failing is a partial failure of all, not a fault', async () => {
    expect(failures(await handler(event('x', 'y'), context))).toEqual(['m0', 'm1']);
  });

  it('two batches at once do not take each other’s failures', async () => {
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    const slow = queueHandler(schema, async ({ name }) => {
      await gates[name === 'first' ? 0 : 1].promise;
      if (name === 'first') throw new Error('first fails');
      return 'done';
    });
    const first = slow(event('{"name":"first"}'), context);
    const second = slow(event('{"name":"second"}'), context);
    gates[0].resolve();
    const failed = await first;
    gates[1].resolve();
    expect(failures(failed)).toEqual(['m0']);
    expect(failures(await second)).toEqual([]);
  });
});

describe('in the world', () => {
  it('a job that can never be done goes to the dead-letter queue, and the others are done (SCENARIOS 11)', async () => {
    const me = await begin(world);
    await me.answer();
    for (const body of ['no json at all', '{"company":"co_huadong"}', '[]']) {
      world.queue.store.send('evaluate', { body, attributes: {} });
    }
    await me.end();
    await world.idle();
    expect(world.queue.store.counts('evaluate-dead').visible).toBe(3);
    expect(world.queue.store.counts('evaluate')).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    expect((await world.must('interview.sync', { token: me.token, params: me.params })).report).toBe('ready');
    world.queue.store.purge('evaluate-dead');
  });

  it('a job of an interview that is not there is stale, not an alarm', async () => {
    const job = {
      company: 'co_huadong',
      interviewId: 'itv_never',
      attempt: 1,
      request: 3,
      kind: 'result',
      generation: 1,
    };
    for (const queue of ['evaluate', 'deliver'])
      world.queue.store.send(queue, { body: JSON.stringify(job), attributes: {} });
    await world.idle();
    for (const queue of ['evaluate-dead', 'deliver-dead']) expect(world.queue.store.counts(queue).visible).toBe(0);
  });
});
