import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Page } from '../../components/page.tsx';
import { MenuItem, Sheet } from '../../components/sheet.tsx';
import { Skeleton } from '../../components/states.tsx';
import { whenText } from '../../state/when.ts';
import { Empty, Failure, StaleBar } from '../components/states.tsx';
import { HelpEntry } from '../help/help-entry.tsx';
import { may } from '../may.tsx';
import { useWide } from '../use-wide.ts';
import { words as hrWords, organisationWords as words } from '../words.ts';
import { AbsenceSheet } from './absence-sheet.tsx';
import { CreateRequisition } from './create-requisition.tsx';
import { DepartmentSheet } from './department-sheet.tsx';
import { type Asked, DepartmentView } from './department-view.tsx';
import { PostSheet } from './post-sheet.tsx';
import { RequisitionRow } from './requisition-row.tsx';
import { RequisitionSheet } from './requisition-sheet.tsx';
import { SaidBar } from './said-bar.tsx';
import { openingsOf, shownRows, type View as Tree } from './tree.ts';
import { TreeList } from './tree-list.tsx';
import { departmentUrl, importUrl } from './urls.ts';
import { type Organisation, useOrganisation } from './use-organisation.ts';
import { useTreeKeys } from './use-tree-keys.ts';
import '../styles/page.scss';
import '../styles/setting.scss';
import './index.scss';

/**
 * The tree, and beside it on a wide screen the department that was chosen; on a phone that is the same page again.
 * `?departmentId=` opens one, `?requisitionId=` an opening.
 */
function OrganisationPage() {
  const wide = useWide();
  const params = useRouter().params;
  const organisation = useOrganisation();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [picked, setPicked] = useState(params['departmentId']);
  const [asked, setAsked] = useState<Asked | undefined>(() =>
    params['requisitionId'] === undefined ? undefined : { what: 'requisition', requisitionId: params['requisitionId'] },
  );
  const { view, error, reload } = organisation;
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));

  const departments = view?.departments ?? [];
  const rows = shownRows(departments, folded);
  /** Where the opening is that the page was opened for. */
  const home = departments.find((one) =>
    openingsOf(one).some(({ requisitionId }) => requisitionId === params['requisitionId']),
  )?.departmentId;
  const first =
    departments.find(({ posts }) => posts.some(({ requisitions }) => requisitions.length > 0)) ?? departments[0];
  const chosenId = picked ?? home ?? (wide ? first?.departmentId : undefined);
  const chosen = departments.find(({ departmentId }) => departmentId === chosenId);
  const fold = (departmentId: string) =>
    setFolded(
      (before) =>
        new Set(
          before.has(departmentId) ? [...before].filter((one) => one !== departmentId) : [...before, departmentId],
        ),
    );
  useTreeKeys(wide && asked === undefined, { rows, chosen: chosenId, choose: setPicked, fold });
  // A page title for the department alone, so that going back reads right.
  useEffect(() => {
    if (!wide && chosen !== undefined) void Taro.setNavigationBarTitle({ title: chosen.name });
  }, [wide, chosen]);

  if (view === undefined) {
    return (
      <Page wide className="hr-page hr-org-page">
        {error ? <Failure error={error} onRetry={() => void reload()} /> : <Skeleton cards={3} />}
      </Page>
    );
  }
  const open = (departmentId: string) => {
    if (wide) setPicked(departmentId);
    else void Taro.navigateTo({ url: departmentUrl(departmentId) });
  };
  const detail = chosen !== undefined && (
    <DepartmentView
      organisation={organisation}
      department={chosen}
      chosen={asked?.what === 'requisition' ? asked.requisitionId : undefined}
      onAsk={setAsked}
    />
  );
  const tree = (
    <View className="hr-org-side">
      <Head organisation={organisation} view={view} onAsk={setAsked} />
      {departments.length === 0 ? (
        <View className="hr-card">
          <Empty text={organisation.mayEdit ? words.empty : words.emptyReader} />
        </View>
      ) : (
        <TreeList rows={rows} chosen={wide ? chosenId : undefined} onTap={open} onFold={fold} />
      )}
      {view.unplaced.length > 0 && (
        <>
          <View className="hr-heading">{words.unplaced}</View>
          <View className="hr-quiet hr-org-own">{words.unplacedText}</View>
          <View className="hr-card">
            {view.unplaced.map((opening) => (
              <RequisitionRow
                key={opening.requisitionId}
                opening={opening}
                name={hrWords.workbench.opening(opening.department, opening.position)}
                people={organisation.people}
                chosen={false}
                onTap={() => setAsked({ what: 'requisition', requisitionId: opening.requisitionId })}
              />
            ))}
          </View>
        </>
      )}
    </View>
  );
  return (
    <Page wide className="hr-page hr-org-page">
      {error && <StaleBar error={error} />}
      {wide ? (
        <View className="hr-org hr-org-wide">
          {tree}
          <View className="hr-org-main">{detail || (departments.length > 0 && <Empty text={words.choose} />)}</View>
        </View>
      ) : (
        <View className="hr-org">{detail || tree}</View>
      )}
      <SaidBar saying={organisation.saying} />
      <Sheets
        organisation={organisation}
        asked={asked}
        onAsk={setAsked}
        onDepartment={(departmentId) => {
          setAsked(undefined);
          if (wide) setPicked(departmentId);
          else if (departmentId !== chosenId && picked !== undefined) void Taro.navigateBack();
        }}
      />
    </Page>
  );
}

type HeadProps = { organisation: Organisation; view: Tree; onAsk(asked: Asked): void };

function Head({ organisation, view, onAsk }: HeadProps) {
  const [more, setMore] = useState(false);
  const { lastImport, total } = view;
  const go = (url: string) => {
    setMore(false);
    void Taro.navigateTo({ url });
  };
  const ask = (asked: Asked) => {
    setMore(false);
    onAsk(asked);
  };
  return (
    <View>
      <View className="hr-org-head">
        <Text className="hr-org-title">{words.title}</Text>
        <View className="hr-org-tools">
          {organisation.mayEdit && (
            <Action id="open-more" onTap={() => setMore(true)}>
              {words.more}
            </Action>
          )}
          <HelpEntry page="organisation" />
        </View>
      </View>
      {view.departments.length > 0 && (
        <View className="hr-quiet hr-org-own hr-tabular" id="company-total">
          {`${words.all} ${words.line(total.headcount, total.inPost, total.vacancies)}`}
        </View>
      )}
      {lastImport !== null && (
        <View className="hr-quiet hr-org-own">
          {words.lastImport(whenText(lastImport.at, serverTime.now()), lastImport.by, lastImport.from)}
        </View>
      )}
      <Sheet id="more-sheet" open={more} title={words.title} onClose={() => setMore(false)}>
        {may('organisation.previewWecom') ? (
          <MenuItem id="import-wecom" onTap={() => go(importUrl('wecom'))}>
            {words.ways.wecom}
          </MenuItem>
        ) : (
          <View className="hr-quiet hr-org-center">{words.onlyAdmin}</View>
        )}
        <MenuItem id="import-file" onTap={() => go(importUrl('file'))}>
          {words.ways.file}
        </MenuItem>
        <MenuItem
          id="create-department"
          onTap={() => ask({ what: 'department', department: undefined, parentId: null })}
        >
          {words.ways.create}
        </MenuItem>
        <MenuItem id="open-absence" onTap={() => ask({ what: 'absence' })}>
          {words.ways.absence}
        </MenuItem>
      </Sheet>
    </View>
  );
}

type SheetsProps = {
  organisation: Organisation;
  asked: Asked | undefined;
  onAsk(asked: Asked | undefined): void;
  onDepartment(departmentId: string | undefined): void;
};

function Sheets({ organisation, asked, onAsk, onDepartment }: SheetsProps) {
  const close = () => onAsk(undefined);
  switch (asked?.what) {
    case 'department':
      return (
        <DepartmentSheet
          organisation={organisation}
          department={asked.department}
          parentId={asked.parentId}
          onSaved={onDepartment}
          onClose={close}
        />
      );
    case 'post':
      return <PostSheet organisation={organisation} department={asked.department} post={asked.post} onClose={close} />;
    case 'create':
      return (
        <CreateRequisition
          organisation={organisation}
          department={asked.department}
          positionId={asked.positionId}
          onCreated={(requisitionId) => onAsk({ what: 'requisition', requisitionId })}
          onClose={close}
        />
      );
    case 'requisition':
      return <RequisitionSheet organisation={organisation} requisitionId={asked.requisitionId} onClose={close} />;
    case 'absence':
      return <AbsenceSheet organisation={organisation} onClose={close} />;
    default:
      return null;
  }
}

export default OrganisationPage;
