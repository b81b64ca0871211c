import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { type FigureSection, figureSections } from '#shared/copy/zh/figures.ts';
import { serverTime } from '../../api/call.ts';
import { Page } from '../../components/page.tsx';
import { Tap } from '../../components/tap.tsx';
import { ChartSkeleton } from '../charts/chart-card.tsx';
import { Tabs } from '../components/tabs.tsx';
import { HelpEntry } from '../help/help-entry.tsx';
import { figureWords as words } from '../words.ts';
import { spanText } from './day-text.ts';
import { dayAt } from './days.ts';
import { ExportSheet } from './export-sheet.tsx';
import { type FigureFilter, filterQuery, periodQuery, readFilter, readSection } from './filter.ts';
import { FilterSheet } from './filter-sheet.tsx';
import { HintsCard } from './hints/hints-card.tsx';
import { keepAddress } from './keep-address.ts';
import { openerOf } from './opener.ts';
import { Part } from './part.tsx';
import { periodText } from './period-text.ts';
import { SectionView } from './section-view.tsx';
import { Overview } from './sections/overview.tsx';
import { compareUrl, figuresUrl, reportsUrl, reviewUrl } from './urls.ts';
import { type Figures, useFigures } from './use-figures.ts';
import { useParams } from './use-params.ts';
import { usePositions } from './use-positions.ts';
import '../styles/page.scss';
import './index.scss';

/** 「数据」: every figure at a glance, each with its part in full; what is looked at stands in the address. */
function FiguresPage() {
  const params = useParams();
  const [filter, setFilter] = useState<FigureFilter>(() => readFilter(params));
  const [section, setSection] = useState<FigureSection>(() => readSection(params));
  const [sheet, setSheet] = useState<'filter' | 'export'>();
  const positions = usePositions();
  const query = periodQuery(filter, dayAt(serverTime.now()));
  const figures = useFigures(query, filter.by, section);
  useEffect(() => keepAddress(figuresUrl(filter, section)), [filter, section]);
  usePullDownRefresh(() => {
    for (const part of Object.values(figures)) if (part.value !== undefined) part.reload();
    void Taro.stopPullDownRefresh();
  });
  const look = (next: FigureSection) => {
    setSection(next);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };
  const close = () => setSheet(undefined);
  const position = positions.find(({ positionId }) => positionId === filter.positionId);
  return (
    <Page wide className="hr-page">
      <View className="hr-data">
        <View className="hr-data-head">
          <Text className="hr-data-title">{words.title}</Text>
          <HelpEntry page="figures" />
        </View>
        <View className="hr-data-bar">
          <Tap
            id="open-figures-filter"
            className="hr-data-filter"
            pressed="hr-link-pressed"
            onTap={() => setSheet('filter')}
          >
            <Text id="figures-shown" className="hr-data-filter-text">
              {[periodText(filter), filter.department, position?.title ?? words.filter.everyPosition]
                .filter((one) => one !== undefined)
                .join(' · ')}
            </Text>
            <Text className="hr-data-filter-open">{words.filter.open}</Text>
          </Tap>
          <Text className="hr-quiet hr-data-span">{spanText(query.from, query.to)}</Text>
        </View>
        <Tabs
          id="section"
          label={words.sectionsLabel}
          tabs={figureSections.map((value) => ({ value, name: words.sections[value] }))}
          chosen={section}
          onChoose={look}
        />
        <View className={`hr-data-body hr-data-body-${section}`}>
          {section === 'overview' && <Overview figures={figures} onSection={look} />}
          {section !== 'overview' && (
            <SectionView
              section={section}
              filter={filter}
              figures={figures}
              onCoarser={() => setFilter({ ...filter, by: 'month' })}
            />
          )}
          {(section === 'overview' || section === 'no_shows') && <HintsPart figures={figures} filter={filter} />}
        </View>
        {section === 'overview' && <Ways filter={filter} onExport={() => setSheet('export')} />}
        {section !== 'overview' && (
          <Tap id="open-export" className="hr-link" pressed="hr-link-pressed" onTap={() => setSheet('export')}>
            {words.export.title}
          </Tap>
        )}
      </View>
      {sheet === 'filter' && (
        <FilterSheet
          filter={filter}
          span={query}
          positions={positions}
          onApply={(next) => {
            setFilter(next);
            close();
          }}
          onClose={close}
        />
      )}
      {sheet === 'export' && <ExportSheet query={query} first={tableOf[section]} onClose={close} />}
    </Page>
  );
}

const tableOf = {
  overview: 'no_shows',
  no_shows: 'no_shows',
  funnel: 'funnel',
  pass: 'pass_rates',
  satisfaction: 'satisfaction',
  reminders: 'reminders',
  status: 'no_shows',
  attrition: 'scores',
} as const satisfies Record<FigureSection, string>;

const HintsPart = ({ figures, filter }: { figures: Figures; filter: FigureFilter }) => (
  <Part of={figures.hints} skeleton={<ChartSkeleton />}>
    {(hints) => (
      <HintsCard
        hints={hints}
        opener={openerOf(filter, hints.period, figures.reports.value?.reports ?? [])}
        onChange={figures.hints.reload}
      />
    )}
  </Part>
);

/** What else is made of figures. */
function Ways({ filter, onExport }: { filter: FigureFilter; onExport(): void }) {
  const to = (url: string) => () => void Taro.navigateTo({ url });
  const ways = [
    { id: 'compare', go: to(compareUrl(filterQuery(filter))) },
    { id: 'review', go: to(reviewUrl()) },
    { id: 'reports', go: to(reportsUrl) },
    { id: 'export', go: onExport },
  ] as const;
  return (
    <>
      <View className="hr-heading">{words.overview.ways}</View>
      <View className="hr-data-ways">
        {ways.map(({ id, go }) => (
          <Tap key={id} id={`way-${id}`} className="hr-card hr-data-way" pressed="hr-data-tile-pressed" onTap={go}>
            <View className="hr-data-tile-head">
              <Text className="hr-data-row-name">{words.overview[id].name}</Text>
              <View className="hr-bars-on" />
            </View>
            <Text className="hr-quiet">{words.overview[id].text}</Text>
          </Tap>
        ))}
      </View>
    </>
  );
}

export default FiguresPage;
