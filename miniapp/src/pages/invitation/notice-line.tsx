import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { copy } from '../../copy.ts';
import { NoticeText } from '../rights/notice-text.tsx';

/** The whole notice, before anybody agrees to anything on it. */
export function NoticeLine({ notice }: { notice: Output<'privacy.notice'> | undefined }) {
  const [open, setOpen] = useState(false);
  if (notice === undefined) return null;
  return (
    <>
      <Action id="notice" kind="quiet" block onTap={() => setOpen(true)}>
        {copy.privacy.notice.show}
      </Action>
      <Sheet id="notice-sheet" open={open} title={notice.title} onClose={() => setOpen(false)}>
        <NoticeText notice={notice} titled={false} />
        <Action id="notice-close" block onTap={() => setOpen(false)}>
          {copy.candidate.common.close}
        </Action>
      </Sheet>
    </>
  );
}
