import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Result } from '#shared/result.ts';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Choices } from '../components/choices.tsx';
import { Fact, LineFact } from '../components/fact.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { organisationWords } from '../words.ts';
import { PeopleChoices } from './people-choices.tsx';
import { type Department, nextOrder, parentsFor, pathTo } from './tree.ts';
import { type Organisation, useChange } from './use-organisation.ts';

const top = 'top';

type Props = {
  organisation: Organisation;
  /** None: a new one. */
  department?: Department | undefined;
  /** Of a new one: what it is to stand below. */
  parentId?: string | null;
  onSaved(departmentId: string | undefined): void;
  onClose(): void;
};

/** The name, the place and the heads of a department. */
export function DepartmentSheet({ organisation, department, parentId = null, onSaved, onClose }: Props) {
  const words = organisationWords.department;
  const departments = organisation.view?.departments ?? [];
  const [name, setName] = useState(department?.name ?? '');
  const [parent, setParent] = useState(department === undefined ? parentId : department.parentId);
  const [heads, setHeads] = useState<string[]>(department?.heads.map(({ userId }) => userId) ?? []);
  const [removing, setRemoving] = useState(false);
  const order =
    department === undefined || department.parentId !== parent ? nextOrder(departments, parent) : department.order;
  const wanted = { name: name.trim(), parentId: parent, headUserIds: heads, order };

  const saving = useChange(organisation, (_, operationId) =>
    department === undefined
      ? call('department.create', { input: { operationId, ...wanted } })
      : call('department.save', {
          params: { departmentId: department.departmentId },
          input: { operationId, version: department.version, ...wanted },
        }),
  );

  async function save() {
    const answer = await saving.run(JSON.stringify([department?.version, wanted]));
    if (!answer.ok) return;
    const { departmentId, version } = answer.value;
    const { saying } = organisation;
    const back = async (undo: Promise<Result<unknown, CallError>>) => {
      const undone = await undo;
      await organisation.reload();
      return undone.ok ? undefined : undone.error;
    };
    const params = { departmentId };
    if (department === undefined) {
      saying.say(words.created(wanted.name), () =>
        back(call('department.remove', { params, input: { operationId: newOperationId(), version } })),
      );
    } else {
      const before = {
        name: department.name,
        parentId: department.parentId,
        headUserIds: department.heads.map(({ userId }) => userId),
        order: department.order,
      };
      saying.say(words.saved, () =>
        back(call('department.save', { params, input: { operationId: newOperationId(), version, ...before } })),
      );
    }
    onSaved(departmentId);
  }
  if (removing && department !== undefined) {
    return (
      <RemoveSheet
        organisation={organisation}
        department={department}
        onRemoved={() => onSaved(department.parentId ?? undefined)}
        onClose={() => setRemoving(false)}
      />
    );
  }
  const options = parentsFor(departments, department?.departmentId).map(({ departmentId }) => ({
    value: departmentId,
    name: pathTo(departments, departmentId)
      .map((one) => one.name)
      .join(' / '),
  }));
  return (
    <Sheet
      open
      id="department-sheet"
      title={department === undefined ? words.createTitle : words.edit}
      onClose={onClose}
    >
      <LineFact id="department-name" label={words.name} text={name} longest={40} onText={setName} />
      <Fact label={words.parent}>
        <Choices
          id="department-parent"
          label={words.parent}
          options={[{ value: top, name: words.top }, ...options]}
          chosen={parent ?? top}
          onChoose={(value) => setParent(value === top ? null : value)}
        />
      </Fact>
      <View className="hr-fact">
        <PeopleChoices
          id="department-heads"
          label={words.heads}
          people={organisation.people}
          chosen={heads}
          several
          onChange={setHeads}
        />
      </View>
      {department?.wecom === true && <View className="hr-fact hr-quiet">{words.fromWecom}</View>}
      {saving.error && <CommandError error={saving.error} safe={words.safe} />}
      <SheetActions
        id="confirm-department"
        cancel={words.cancel}
        confirm={saving.busy ? words.busy : words.confirm}
        busy={saving.busy}
        disabled={wanted.name === ''}
        onCancel={onClose}
        onConfirm={() => void save()}
      />
      {department !== undefined && (
        <Action id="remove-department" kind="danger" block onTap={() => setRemoving(true)}>
          {words.remove}
        </Action>
      )}
    </Sheet>
  );
}

type RemoveProps = { organisation: Organisation; department: Department; onRemoved(): void; onClose(): void };

function RemoveSheet({ organisation, department, onRemoved, onClose }: RemoveProps) {
  const words = organisationWords.department;
  const { departmentId, version, name } = department;
  const removing = useChange(organisation, (_, operationId) =>
    call('department.remove', { params: { departmentId }, input: { operationId, version } }),
  );
  async function remove() {
    const answer = await removing.run(`${departmentId} ${version}`);
    if (!answer.ok) return;
    organisation.saying.say(words.removed(name));
    onRemoved();
  }
  return (
    <Sheet open id="remove-sheet" title={words.removeAsk(name)} onClose={onClose}>
      <View className="hr-fact">{words.removeText}</View>
      {removing.error && <CommandError error={removing.error} safe={words.safe} />}
      <SheetActions
        id="confirm-remove"
        cancel={words.cancel}
        confirm={words.remove}
        busy={removing.busy}
        onCancel={onClose}
        onConfirm={() => void remove()}
      />
    </Sheet>
  );
}
