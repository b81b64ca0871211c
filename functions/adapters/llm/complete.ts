import type { EndpointResult } from '../endpoint/endpoint-error.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type CompletionRequest = {
  system: string;
  user: string;
  /** The reply's JSON schema; a model that cannot be held to it is asked in words. */
  schema: { name: string; schema: Json };
  temperature: number;
  maxTokens: number;
  signal: AbortSignal;
};

/** `text` as the model wrote it: read by nobody before it is parsed and checked. */
export type Completed = { text: string; inputTokens: number; outputTokens: number };

/** One chat completion, tried once. */
export type Complete = (request: CompletionRequest) => Promise<EndpointResult<Completed>>;
