import { View } from '@tarojs/components';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { privacyWords } from '../words.ts';
import { doerOf, operationOf } from './record-row.tsx';
import { type AuditRecord, nothingWanted, type Wanted } from './use-audit.ts';

const words = privacyWords.audit;
type Props = { record: AuditRecord | undefined; onChoose(wanted: Wanted): void; onClose(): void };

/** From one record to all that are like it: nobody knows ids by heart. */
export function NarrowSheet({ record, onChoose, onClose }: Props) {
  return (
    <Sheet id="narrow-sheet" open={record !== undefined} title={words.narrow} onClose={onClose}>
      <View className="hr-audit-narrow">
        {record !== undefined &&
          waysFrom(record).map(({ id, text, wanted }) => (
            <Action key={id} id={id} block onTap={() => onChoose({ ...nothingWanted, ...wanted })}>
              {text}
            </Action>
          ))}
      </View>
    </Sheet>
  );
}

type Way = { id: string; text: string; wanted: Partial<Wanted> };

/** The day as the record keeps it: the search asks for that one. */
function waysFrom(record: AuditRecord): Way[] {
  const { at, by, operation, people } = record;
  const day = at.slice(0, 10);
  return [
    ...people.slice(0, 3).map(({ candidateId, name }) => ({
      id: `only-${candidateId}`,
      text: words.onlyOf(name ?? words.deleted),
      wanted: { candidate: candidateId },
    })),
    ...(by === 'system' ? [] : [{ id: 'only-by', text: words.onlyBy(doerOf(record)), wanted: { by } }]),
    { id: 'only-operation', text: words.onlyOperation(operationOf(record)), wanted: { operation } },
    { id: 'only-day', text: words.onlyDay(day), wanted: { day } },
  ];
}
