import { useEffect, useState } from 'react';

export type Selected = { questionId: string; text: string };

const least = 2;
const most = 200;

/** The words selected with the mouse within one answer's text. A browser only; the phone picks a sentence. */
export function useSelectedText(on: boolean): Selected | undefined {
  const [selected, setSelected] = useState<Selected>();
  useEffect(() => {
    if (!on || process.env.TARO_ENV !== 'h5') return;
    const look = () => setSelected(read(document.getSelection()));
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [on]);
  return selected;
}

function read(selection: Selection | null): Selected | undefined {
  const text = selection?.toString().trim() ?? '';
  const within = (node: Node | null | undefined) => {
    const element = node instanceof Element ? node : node?.parentElement;
    return element?.closest('.hr-answer-text')?.id;
  };
  const id = within(selection?.anchorNode);
  if (id === undefined || id !== within(selection?.focusNode)) return undefined;
  if (text.length < least || text.length > most || text.includes('\n')) return undefined;
  return { questionId: id.slice('said-'.length), text };
}
