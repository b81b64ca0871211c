import { Text, View } from '@tarojs/components';
import { Action } from '../../components/action.tsx';
import { Chip } from '../../components/card.tsx';
import { Tap } from '../../components/tap.tsx';
import { may } from '../may.tsx';
import { organisationWords as words } from '../words.ts';
import { OnboardingCard } from './onboarding-card.tsx';
import { RequisitionRow } from './requisition-row.tsx';
import { type Department, openingsOf, ordered, type Post, pathTo, progressOf, within } from './tree.ts';
import type { Organisation } from './use-organisation.ts';

export type Asked =
  | { what: 'department'; department: Department | undefined; parentId: string | null }
  | { what: 'post'; department: Department; post: Post | undefined }
  | { what: 'create'; department: Department; positionId: string | undefined }
  | { what: 'requisition'; requisitionId: string }
  | { what: 'absence' };

type Props = {
  organisation: Organisation;
  department: Department;
  chosen: string | undefined;
  onAsk(asked: Asked): void;
};

/** A department: its numbers, its progress, its posts with their openings, and who is about to join. */
export function DepartmentView({ organisation, department, chosen, onAsk }: Props) {
  const departments = organisation.view?.departments ?? [];
  const { name, heads, total, own, posts, departmentId, wecom } = department;
  const { mayEdit } = organisation;
  const mayOpen = may('requisition.get');
  const inside = within(departments, departmentId);
  const progress = progressOf(inside.flatMap(openingsOf));
  const above = pathTo(departments, departmentId).slice(0, -1);
  return (
    <View className="hr-org-department" id="department">
      <View className="hr-org-head">
        <View className="hr-org-opening-what">
          {above.length > 0 && <Text className="hr-org-path">{above.map((one) => one.name).join(' / ')}</Text>}
          <View className="hr-org-opening-head">
            <Text className="hr-org-title" id="department-name">
              {name}
            </Text>
            {wecom && <Chip>{words.wecom}</Chip>}
          </View>
          {heads.length > 0 && (
            <Text className="hr-quiet" id="department-heads-named">
              {words.heads(heads.map((head) => head.name).join(words.import.list))}
            </Text>
          )}
        </View>
        {mayEdit && (
          <Action
            id="edit-department"
            kind="quiet"
            onTap={() => onAsk({ what: 'department', department, parentId: department.parentId })}
          >
            {words.department.edit}
          </Action>
        )}
      </View>
      <View className="hr-card hr-org-figures" id="figures">
        {(['headcount', 'inPost', 'vacancies', 'onTheWay'] as const).map((figure) => (
          <View key={figure} className="hr-org-figure">
            <Text
              id={`figure-${figure}`}
              className={
                figure === 'vacancies' && total.vacancies > 0
                  ? 'hr-org-figure-count hr-org-warm'
                  : 'hr-org-figure-count'
              }
            >
              {total[figure]}
            </Text>
            <Text className="hr-quiet">{words.numbers[figure]}</Text>
          </View>
        ))}
      </View>
      {inside.length > 1 && (
        <View className="hr-quiet hr-org-own hr-tabular">
          {`${words.withBelow}${own.headcount === total.headcount ? '' : ` · ${words.ownOnly(words.line(own.headcount, own.inPost, own.vacancies))}`}`}
        </View>
      )}
      {progress !== undefined && (
        <View className="hr-org-progress" id="department-progress">
          <View className="hr-bar">
            <View
              className="hr-bar-done"
              style={{
                width: `${progress.vacancies === 0 ? 100 : Math.min(100, (100 * progress.passed) / progress.vacancies)}%`,
              }}
            />
          </View>
          <Text className="hr-requisition-count" id="progress-text">
            {words.progress(name, progress.passed, progress.vacancies)}
          </Text>
        </View>
      )}
      {progress?.closed === true && <View className="hr-quiet">{words.closedAll}</View>}
      <View className="hr-heading hr-heading-row">
        <Text>{words.posts.title}</Text>
        {mayEdit && posts.length > 0 && (
          <Tap
            id="new-requisition"
            className="hr-link"
            pressed="hr-link-pressed"
            onTap={() => onAsk({ what: 'create', department, positionId: undefined })}
          >
            {words.requisition.create}
          </Tap>
        )}
      </View>
      <View className="hr-card">
        {posts.length === 0 && <View className="hr-org-none">{words.posts.none}</View>}
        {posts.map((post) => (
          <View key={post.positionId} className="hr-org-post">
            <View className="hr-org-post-head">
              <View className="hr-org-opening-what">
                <Text className="hr-org-name">{post.position}</Text>
                <Text className="hr-org-facts hr-tabular" id={`post-${post.positionId}`}>
                  {post.headcount === 0 && post.inPost === 0
                    ? words.noNumbers
                    : words.line(post.headcount, post.inPost, post.vacancies)}
                </Text>
              </View>
              {mayEdit && (
                <Action
                  id={`edit-post-${post.positionId}`}
                  kind="quiet"
                  onTap={() => onAsk({ what: 'post', department, post })}
                >
                  {words.posts.edit}
                </Action>
              )}
            </View>
            {ordered(post.requisitions).map((opening) => (
              <RequisitionRow
                key={opening.requisitionId}
                opening={opening}
                name={words.requisition.seeks(opening.vacancies)}
                people={organisation.people}
                chosen={opening.requisitionId === chosen}
                onTap={mayOpen ? () => onAsk({ what: 'requisition', requisitionId: opening.requisitionId }) : undefined}
              />
            ))}
          </View>
        ))}
        {mayEdit && (
          <View className="hr-org-add">
            <Action id="add-post" kind="quiet" onTap={() => onAsk({ what: 'post', department, post: undefined })}>
              {words.posts.add}
            </Action>
            <Action
              id="add-below"
              kind="quiet"
              onTap={() => onAsk({ what: 'department', department: undefined, parentId: departmentId })}
            >
              {words.department.addBelow}
            </Action>
          </View>
        )}
      </View>
      <OnboardingCard key={departmentId} department={department} />
    </View>
  );
}
