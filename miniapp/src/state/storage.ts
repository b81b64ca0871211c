/** Synchronous storage of the device. Values are JSON; a missing or unreadable one is undefined. Writing may throw when full. */
export type KeyValue = {
  get<T>(key: string): T | undefined;
  set(key: string, value: unknown): void;
  remove(key: string): void;
  keys(): string[];
};
