import * as z from 'zod';
import { errorCodes, errorStatus } from './errors.ts';
import { type OperationId, operations } from './operations.ts';
import { routes } from './routes.ts';

type Json = Record<string, unknown>;

/** Refusals that any operation may answer with, whatever it does. */
const always = [
  'malformed_json',
  'invalid_input',
  'payload_too_large',
  'unsupported_media_type',
  'upgrade_required',
  'rate_limited',
  'unavailable',
  'internal',
] as const;

/** Open to further properties: the API grows by addition. */
const schemaOf = (schema: z.ZodType): Json =>
  z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' }) as Json;

/** OpenAPI 3.1 of every operation, generated from the contract. */
export function openapi(): Json {
  const paths: Record<string, Json> = {};
  for (const [id, { method, path }] of Object.entries(routes) as [OperationId, { method: string; path: string }][]) {
    paths[path] = { ...paths[path], [method.toLowerCase()]: describe(id) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Mianliao', version: '1.0.0' },
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        Error: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['code', 'message'],
              properties: {
                code: { type: 'string', enum: errorCodes },
                message: { type: 'string' },
                details: { type: 'object' },
              },
            },
          },
        },
      },
    },
  };
}

function describe(id: OperationId): Json {
  const { role, params, query, input, output, errors } = operations[id];
  const codes = [...new Set([...errors, ...always])];
  const statuses = new Set(codes.map((code) => errorStatus[code]));
  const refusals = [...statuses].map((status) => [
    String(status),
    {
      description: codes.filter((code) => errorStatus[code] === status).join(', '),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    },
  ]);
  const hasBody = Object.keys(input.shape).length > 0;
  return {
    operationId: id,
    'x-role': role,
    ...(role === 'public' ? {} : { security: [{ bearer: [] }] }),
    parameters: [...parameters(params, 'path'), ...parameters(query, 'query')],
    ...(hasBody
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(input) } } } }
      : {}),
    responses: {
      '200': { description: 'OK', content: { 'application/json': { schema: schemaOf(output) } } },
      ...Object.fromEntries(refusals),
    },
  };
}

function parameters(shape: z.ZodObject, where: 'path' | 'query'): Json[] {
  return Object.entries(shape.shape).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || !(schema as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(schema as z.ZodType),
  }));
}
