import { expect, test } from 'vitest';
import { errorCodes, errorStatus } from '#shared/contract/errors.ts';
import { openapi } from '#shared/contract/openapi.ts';
import { type OperationId, operations } from '#shared/contract/operations.ts';
import { routes } from '#shared/contract/routes.ts';

type Json = { [key: string]: Json } & Json[] & string;
const document = openapi() as Json;
const methods = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    path,
    method,
    operation,
    id: String(operation.operationId) as OperationId,
  })),
);

function* walk(value: unknown): Generator<[key: string, value: unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const entry of Object.entries(value)) {
    yield entry;
    yield* walk(entry[1]);
  }
}
const all = (key: string) => [...walk(document)].filter(([name]) => name === key).map(([, value]) => value);

test('is an OpenAPI 3.1 document that survives JSON', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d+$/);
  expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});

test('every operation stands once, at its place, under its own id', () => {
  const found = methods.map(({ id, method, path }) => [id, { method: method.toUpperCase(), path }]);
  expect(found.length).toBe(new Set(found.map(([id]) => id)).size);
  expect(Object.fromEntries(found)).toEqual(routes);
});

test('every $ref leads somewhere', () => {
  const refs = all('$ref').map(String);
  expect(refs.length).toBeGreaterThan(0);
  for (const ref of new Set(refs)) {
    const target = ref
      .replace(/^#\//, '')
      .split('/')
      .reduce<Json | undefined>((at, step) => at?.[step], document);
    expect(target, ref).toBeTypeOf('object');
  }
  for (const scheme of all('security').flat() as object[]) {
    for (const name of Object.keys(scheme)) expect(document.components?.securitySchemes).toHaveProperty(name);
  }
});

test('path parameters are required and exactly those of the path; who must sign in is said', () => {
  for (const { path, operation, id } of methods) {
    const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
    expect(
      inPath.every((parameter) => (parameter.required as unknown) === true && parameter.schema !== undefined),
    ).toBe(true);
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(inPath.map(({ name }) => name).sort()).toEqual(names.sort());
    expect('security' in operation).toBe(operations[id].role !== 'public');
  }
});

test('every operation answers 200 and, under the right status, each of its refusals', () => {
  const known = new Set(Object.values(errorStatus).map(String));
  for (const { operation, id } of methods) {
    const { 200: good, ...bad } = operation.responses as Record<string, Json>;
    expect(good?.content?.['application/json']?.schema, id).toBeTypeOf('object');
    for (const [status, { description }] of Object.entries(bad)) {
      expect(known).toContain(status);
      const codes = String(description).split(', ');
      expect(new Set(codes).size, `${id} ${status}: ${codes}`).toBe(codes.length);
      for (const code of codes) expect(String(errorStatus[code as keyof typeof errorStatus])).toBe(status);
    }
    for (const code of operations[id].errors)
      expect(String(bad[errorStatus[code]]?.description).split(', ')).toContain(code);
  }
});

test('a body is asked for exactly where there is one, and is not for GET', () => {
  for (const { operation, id, method } of methods) {
    expect('requestBody' in operation, id).toBe(Object.keys(operations[id].input.shape).length > 0);
    if (method === 'get') expect(operation).not.toHaveProperty('requestBody');
  }
});

test('patterns are regular expressions, and the list of error codes is closed', () => {
  for (const pattern of all('pattern')) expect(() => new RegExp(String(pattern), 'u')).not.toThrow();
  expect(document.components?.schemas?.Error?.properties?.error?.properties?.code?.enum).toEqual(errorCodes);
});

/** `npx vitest run test/shared/contract -u` writes it anew. What others build on shows in the diff. */
test('is the document that was agreed', async () => {
  await expect(laidOut(document)).toMatchFileSnapshot('./openapi.golden.json');
});

/** As Biome lays JSON out: a list of plain values on one line where it fits. */
const laidOut = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(
    /^(.*)\[\n([^[\]{}]*?)\n\s*\](,?)$/gm,
    (lines, head: string, items: string, tail: string) => {
      const line = `${head}[${items.trim().replace(/,\n\s*/g, ', ')}]${tail}`;
      return line.length <= 120 ? line : lines;
    },
  )}\n`;
