import type { BedrockRuntimeClientConfig, ContentBlock, ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
import { ok, refuse } from '#shared/result.ts';
import { type EndpointError, errorOfStatus, isTimeout } from '../endpoint/endpoint-error.ts';
import type { Complete, CompletionRequest } from './complete.ts';

// Awaited and not imported: a bundle lifts the imports of every file in it to its start, however late the file is wanted.
const { BedrockRuntimeClient, BedrockRuntimeServiceException, ConverseCommand } = await import(
  '@aws-sdk/client-bedrock-runtime'
);

/** Models of Amazon Bedrock by the Converse API. In a file of its own: a bundle that does not import it carries no SDK. */
export function bedrockComplete({
  model,
  region,
  endpoint,
  credentials,
  requestHandler,
}: {
  /** A model's or an inference profile's id. */
  model: string;
  region: string;
  endpoint?: string | undefined;
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined;
  requestHandler?: BedrockRuntimeClientConfig['requestHandler'];
}): Complete {
  const client = new BedrockRuntimeClient({
    region,
    // Tries are counted by whoever calls.
    maxAttempts: 1,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
    ...(requestHandler === undefined ? {} : { requestHandler }),
  });
  /** A tool's input is the one JSON that most models on Bedrock can be held to. */
  let byTool = true;

  return async (request) => {
    for (;;) {
      const withTool = byTool;
      try {
        const command = new ConverseCommand(inputOf(request, model, withTool));
        const { output, usage } = await client.send(command, { abortSignal: request.signal });
        const text = textOf(output?.message?.content ?? [], request.schema.name);
        return ok({ text, inputTokens: usage?.inputTokens ?? 0, outputTokens: usage?.outputTokens ?? 0 });
      } catch (error) {
        if (withTool && refusesTools(error)) byTool = false;
        else return refuse(errorOf(error));
      }
    }
  };
}

function inputOf(
  { system, user, schema, temperature, maxTokens }: CompletionRequest,
  modelId: string,
  withTool: boolean,
): ConverseCommandInput {
  return {
    modelId,
    system: [{ text: system }],
    messages: [{ role: 'user', content: [{ text: user }] }],
    inferenceConfig: { temperature, maxTokens },
    ...(withTool && {
      toolConfig: {
        tools: [{ toolSpec: { name: schema.name, inputSchema: { json: schema.schema } } }],
        toolChoice: { tool: { name: schema.name } },
      },
    }),
  };
}

function textOf(content: ContentBlock[], tool: string): string {
  const used = content.find((block) => block.toolUse?.name === tool)?.toolUse;
  return used ? JSON.stringify(used.input) : content.map((block) => block.text ?? '').join('');
}

const refusesTools = (error: unknown): boolean =>
  error instanceof BedrockRuntimeServiceException &&
  error.name === 'ValidationException' &&
  /tool/i.test(error.message);

function errorOf(error: unknown): EndpointError {
  if (isTimeout(error)) return { kind: 'unavailable', cause: 'timeout' };
  if (!(error instanceof BedrockRuntimeServiceException)) {
    return { kind: 'unavailable', cause: error instanceof Error ? error.name : 'unknown' };
  }
  const { name, $metadata } = error;
  if (name === 'ThrottlingException') return { kind: 'limited', cause: name };
  if (name === 'ModelTimeoutException' || name === 'ModelNotReadyException')
    return { kind: 'unavailable', cause: name };
  return { ...errorOfStatus($metadata.httpStatusCode ?? 500), cause: name };
}
