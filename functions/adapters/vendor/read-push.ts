import { createHash } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';
import * as z from 'zod';
import { parseJson } from './parse-json.ts';

/** Values stay as written: `0012` is an id. No entity is put in: the platforms quote by CDATA. */
const asWritten = { parseTagValue: false, processEntities: false, ignoreAttributes: true };

/** A message's fields, from XML or JSON, or undefined where it is neither. */
export function readPush(text: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = text.trimStart().startsWith('{')
      ? parseJson(text)
      : new XMLParser(asWritten).parse(text)?.xml;
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

export const text = z.union([z.string(), z.number()]).transform(String);

/** One of them comes bare, several come as a list. */
export const oneOrMany = <S extends z.ZodType>(schema: S) =>
  z.union([z.array(schema), schema.transform((one: z.infer<S>) => [one])]);

/** A key for what may be pushed again. */
export const idOf = (...parts: string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');
