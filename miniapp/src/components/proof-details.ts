import type { CallError } from '../api/call-error.ts';
import type { Contact } from './contact-sheet.tsx';

/** What a refusal says of where a code would go and who helps without that phone. */
export function detailsOf(error: CallError): { phone: string; contact: Contact | undefined } {
  const { phone, contact } = (error.kind === 'refused' && error.details) || {};
  const { name, phone: number, hours } = (contact ?? {}) as Partial<Record<keyof Contact, unknown>>;
  const known = typeof name === 'string' && typeof number === 'string' && number !== '' && typeof hours === 'string';
  return { phone: typeof phone === 'string' ? phone : '', contact: known ? { name, phone: number, hours } : undefined };
}
