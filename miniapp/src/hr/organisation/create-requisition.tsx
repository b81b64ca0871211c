import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { Sheet } from '../../components/sheet.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';

import { FactChoices } from '../requests/fact-choices.tsx';
import { organisationWords } from '../words.ts';
import { myUserId } from './my-user-id.ts';
import { PeopleChoices } from './people-choices.tsx';
import { RequisitionForm, type Wanted } from './requisition-form.tsx';
import { type Department, roomOf } from './tree.ts';
import { type Organisation, useChange } from './use-organisation.ts';

type Props = {
  organisation: Organisation;
  department: Department;
  /** The post that was tapped. */
  positionId?: string | undefined;
  onCreated(requisitionId: string): void;
  onClose(): void;
};

/** A new opening of one of the department's posts; it begins with what is vacant and nobody looks for yet. */
export function CreateRequisition({ organisation, department, positionId, onCreated, onClose }: Props) {
  const words = organisationWords.requisition;
  const { people, saying } = organisation;
  const posts = department.posts;
  const begun = posts.find((one) => one.positionId === positionId) ?? posts.find((one) => roomOf(one) > 0) ?? posts[0];
  const [chosen, setChosen] = useState(begun?.positionId ?? '');
  const post = posts.find((one) => one.positionId === chosen);
  const room = post === undefined ? 0 : roomOf(post);
  const me = myUserId();
  const [ownerId, setOwnerId] = useState(people.find(({ userId }) => userId === me)?.userId ?? people[0]?.userId);
  const [wanted, setWanted] = useState<Wanted>({
    vacancies: Math.max(1, room),
    priority: 'normal',
    deputyId: null,
    interviewerIds: [],
  });
  const creating = useChange(organisation, (intention, operationId) => {
    const { vacancies, owner, ...others } = JSON.parse(intention) as Wanted & { owner: string };
    return call('requisition.create', {
      input: {
        operationId,
        positionId: chosen,
        departmentId: department.departmentId,
        ownerId: owner,
        vacancies: vacancies ?? 1,
        ...others,
      },
    });
  });
  async function create() {
    if (ownerId === undefined || post === undefined) return;
    const answer = await creating.run(JSON.stringify({ ...wanted, owner: ownerId }));
    if (!answer.ok) return;
    saying.say(words.create_.done(post.position, answer.value.vacancies));
    onCreated(answer.value.requisitionId);
  }
  return (
    <Sheet open id="create-requisition" title={words.create_.title} onClose={onClose}>
      <FactChoices
        id="requisition-position"
        label={words.position}
        options={posts.map((one) => ({ value: one.positionId, name: one.position }))}
        chosen={chosen}
        onChoose={(next) => {
          setChosen(next);
          const fresh = posts.find((one) => one.positionId === next);
          setWanted({ ...wanted, vacancies: Math.max(1, fresh === undefined ? 1 : roomOf(fresh)) });
        }}
      />
      {room === 0 ? (
        <View className="hr-org-wrong" id="no-room">
          {words.noRoom}
        </View>
      ) : (
        <RequisitionForm
          key={chosen}
          wanted={wanted}
          people={people}
          ownerId={ownerId}
          least={1}
          most={room}
          onChange={setWanted}
        >
          <View className="hr-fact">
            <PeopleChoices
              id="owner"
              label={words.owner}
              people={people}
              chosen={ownerId === undefined ? [] : [ownerId]}
              onChange={([next]) => setOwnerId(next)}
            />
          </View>
        </RequisitionForm>
      )}
      {creating.error && <CommandError error={creating.error} safe={words.create_.safe} />}
      <SheetActions
        id="confirm-requisition"
        cancel={organisationWords.cancel}
        confirm={creating.busy ? words.create_.busy : words.create_.confirm}
        busy={creating.busy}
        disabled={room === 0 || wanted.vacancies === undefined || ownerId === undefined}
        onCancel={onClose}
        onConfirm={() => void create()}
      />
    </Sheet>
  );
}
