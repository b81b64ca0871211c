import { useState } from 'react';
import { Action } from './action.tsx';
import { type Contact, ContactSheet } from './contact-sheet.tsx';

/** A quiet line that opens the person to turn to. */
export function ContactLine({ contact, children }: { contact: Contact; children: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Action kind="quiet" block onTap={() => setOpen(true)}>
        {children}
      </Action>
      <ContactSheet open={open} contact={contact} onClose={() => setOpen(false)} />
    </>
  );
}
