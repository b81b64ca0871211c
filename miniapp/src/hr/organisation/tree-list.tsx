import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { organisationWords as words } from '../words.ts';
import type { Department, TreeRow } from './tree.ts';

type Props = {
  rows: readonly TreeRow[];
  chosen: string | undefined;
  onTap(departmentId: string): void;
  onFold(departmentId: string): void;
};

/** Steps of indentation at most: a phone has no room for more. */
const deepest = 5;

export function TreeList({ rows, chosen, onTap, onFold }: Props) {
  return (
    <View className="hr-card hr-org-tree" {...aria({ role: 'list', label: words.tree })}>
      {rows.map(({ department, below, folded }) => (
        <View
          key={department.departmentId}
          className={department.departmentId === chosen ? 'hr-org-line hr-org-on' : 'hr-org-line'}
          style={{ paddingLeft: `${Math.min(department.depth, deepest) * 16}px` }}
          {...aria({ role: 'listitem' })}
        >
          {below ? (
            <View
              id={`fold-${department.departmentId}`}
              className="hr-org-fold"
              hoverClass="hr-link-pressed"
              {...aria({
                role: 'button',
                expanded: !folded,
                label: folded ? words.unfold(department.name) : words.fold(department.name),
              })}
              onClick={() => onFold(department.departmentId)}
            >
              <View className={folded ? 'hr-caret hr-caret-on' : 'hr-caret'} />
            </View>
          ) : (
            <View className="hr-org-leaf" />
          )}
          <View
            id={`department-${department.departmentId}`}
            className="hr-org-line-tap"
            hoverClass="hr-link-pressed"
            {...aria({ role: 'button' })}
            onClick={() => onTap(department.departmentId)}
          >
            <Text className="hr-org-line-name">{department.name}</Text>
            <Numbers department={department} />
          </View>
        </View>
      ))}
    </View>
  );
}

/** How many of how many, and what is vacant; with everything below. */
function Numbers({ department: { total } }: { department: Department }) {
  if (total.headcount === 0 && total.inPost === 0) return <Text className="hr-org-line-none">{words.noNumbers}</Text>;
  return (
    <View className="hr-org-line-numbers">
      <Text className="hr-org-line-count">{`${total.inPost}/${total.headcount}`}</Text>
      <Text className={total.vacancies > 0 ? 'hr-org-line-vacant hr-org-warm' : 'hr-org-line-vacant'}>
        {total.vacancies > 0 ? words.vacant(total.vacancies) : words.full}
      </Text>
    </View>
  );
}
