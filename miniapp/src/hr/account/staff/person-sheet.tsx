import { View } from '@tarojs/components';
import { useState } from 'react';
import { type StaffRole, staffRoles } from '#shared/access/roles.ts';
import { call } from '../../../api/call.ts';
import { Action } from '../../../components/action.tsx';
import { Sheet } from '../../../components/sheet.tsx';
import { Choices } from '../../components/choices.tsx';
import { SheetActions } from '../../components/sheet-actions.tsx';
import { CommandError } from '../../components/states.tsx';
import { useCommand } from '../../use-command.ts';
import { accountWords, words } from '../../words.ts';
import type { Person } from './index.tsx';

const roles = staffRoles.map((value) => ({ value, name: accountWords.role[value] }));

type Props = { person: Person; onClose(): void; onDone(): Promise<void> };

/** What somebody may do, signing them out everywhere, and a second factor they have lost. */
export function PersonSheet({ person, onClose, onDone }: Props) {
  const text = accountWords.person;
  const { userId } = person;
  const [role, setRole] = useState<StaffRole>(person.role);
  const saving = useCommand((chosen) =>
    call('staff.setRole', { params: { userId }, input: { role: chosen as StaffRole } }),
  );
  const ending = useCommand(() => call('staff.endSessions', { params: { userId } }));
  const resetting = useCommand(() => call('staff.resetSecondFactor', { params: { userId } }));

  async function after(answer: Promise<{ ok: boolean }>, closes = false) {
    const { ok } = await answer;
    await onDone();
    if (ok && closes) onClose();
  }
  const error = saving.error ?? ending.error ?? resetting.error;
  return (
    <Sheet id="person-sheet" open title={person.name} onClose={onClose}>
      <View className="hr-quiet">{text.role}</View>
      <Choices<StaffRole> id="role" label={text.role} options={roles} chosen={role} onChoose={setRole} />
      <View className="hr-account-may">{accountWords.may[role]}</View>
      <View className="hr-account-actions">
        {person.sessions > 0 && (
          <Action id="end-all" busy={ending.busy} onTap={() => void after(ending.run('end'))}>
            {text.endAll(person.sessions)}
          </Action>
        )}
        {person.secondFactor && (
          <Action id="reset-factor" busy={resetting.busy} onTap={() => void after(resetting.run('reset'))}>
            {text.reset}
          </Action>
        )}
      </View>
      {error && <CommandError error={error} safe={words.state.unreachable} />}
      <SheetActions
        id="save-role"
        cancel={text.cancel}
        confirm={saving.busy ? text.busy : text.save}
        busy={saving.busy}
        disabled={role === person.role}
        onCancel={onClose}
        onConfirm={() => void after(saving.run(role), true)}
      />
    </Sheet>
  );
}
