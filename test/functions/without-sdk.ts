import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { vi } from 'vitest';
import { type Command, openWire, type Wire } from '#test/world/dynamo/wire.ts';

/**
 * From `to` until `end`, what this process asks of any table goes to that store without the SDK between, which costs four
 * times what the store does. To be called before the clients are made. `whileSdk`: when it goes through the SDK all the
 * same, since nothing is tried again here.
 */
export function withoutSdk() {
  const { send } = DynamoDBDocumentClient.prototype;
  // A second one would take what the first is asked to another store, and the first would end it for both.
  if (vi.isMockFunction(send)) throw new Error('another world goes without the SDK already');
  let wire: Wire | undefined;
  let usesSdk = () => false;
  const spy = vi.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation(function (
    this: DynamoDBDocumentClient,
    command: Command,
  ) {
    return wire === undefined || usesSdk() ? Reflect.apply(send, this, [command]) : wire.send(command);
  } as never);
  return {
    to(endpoint: string, whileSdk: () => boolean = () => false): void {
      wire = openWire(endpoint);
      usesSdk = whileSdk;
    },
    end(): void {
      spy.mockRestore();
      wire?.close();
    },
  };
}
