import { XMLBuilder, XMLParser } from 'fast-xml-parser';

const builder = new XMLBuilder({ ignoreAttributes: false });
const parser = new XMLParser({ parseTagValue: false, trimValues: false });

export const toXml = (value: object) => `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(value)}`;

/** All values are strings; an element that occurs once is not a list, see `listOf`. */
export const fromXml = (xml: string): unknown => parser.parse(xml);

export const listOf = (value: unknown): unknown[] => (value === undefined ? [] : [value].flat());

export function child(value: unknown, ...path: string[]): unknown {
  let at = value;
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}
