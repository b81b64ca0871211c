import type { Check } from './check.ts';
import { runTool } from './tool.ts';

export type Dependency = { resolved: string; dependencyTypes: string[] };
export type Module = { source: string; dependencies: Dependency[] };
type Violation = { from: string; to: string; rule: { name: string }; comment?: string; cycle?: { name: string }[] };
type Cruise = { modules: Module[]; summary: { violations: Violation[]; ruleSetUsed: { forbidden: Rule[] } } };
type Rule = { name: string; comment?: string };

/** DESIGN §1's arrows: the rules of `.dependency-cruiser.mjs`, and the two below that need the whole graph. */
export function boundaryCheck(root: string, folders: string[]): Check {
  return {
    name: 'boundaries (dependency-cruiser)',
    run: async () => {
      const args = [...folders, '--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
      const { stdout, stderr } = await runTool(root, 'dependency-cruiser/bin/dependency-cruiser.mjs', args);
      if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser said: ${stdout}${stderr}`);
      const { modules, summary } = JSON.parse(stdout) as Cruise;
      const why = new Map(summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]));
      const broken = summary.violations.map(({ from, to, rule, cycle }) => {
        const path = cycle ? cycle.map((step) => step.name).join(' → ') : to;
        return `${rule.name}: ${from} → ${path}\n  ${why.get(rule.name) ?? ''}`;
      });
      return { problems: [...broken, ...useCasesCallingUseCases(modules), ...unfitForPhone(modules)] };
    },
  };
}

/**
 * Use cases never call each other, and reactions call none. A use case is what `functions/routes.ts` or a handler imports from a noun's folder;
 * what several of them share (a load, a mapping) is not, and may be imported.
 */
export function useCasesCallingUseCases(modules: Module[]): string[] {
  const noun = /^functions\/(?!handlers\/|adapters\/|reactions\/|ports\/|http\/)[^/]+\//;
  const isCaller = (source: string) => source === 'functions/routes.ts' || source.startsWith('functions/handlers/');
  const useCases = new Set(
    modules
      .filter(({ source }) => isCaller(source))
      .flatMap(({ dependencies }) => dependencies.filter(isRuntime).map(({ resolved }) => resolved))
      .filter((resolved) => noun.test(resolved)),
  );
  return modules
    .filter(
      ({ source }) => (noun.test(source) || source.startsWith('functions/reactions/')) && !source.endsWith('.test.ts'),
    )
    .flatMap(({ source, dependencies }) =>
      dependencies
        .filter((dependency) => isRuntime(dependency) && useCases.has(dependency.resolved))
        .map(
          ({ resolved }) =>
            `use-cases-apart: ${source} → ${resolved}\n  A use case never calls another; lift what they share out of both.`,
        ),
    );
}

/** What a page of the mini-program reaches at run time, by whatever road, holds no zod, no scoring, no Node. */
export function unfitForPhone(modules: Module[]): string[] {
  const unfit =
    /^(functions|test)\/|^shared\/(evaluation|rules|analytics)\/|^node_modules\/(zod|temporal-polyfill|simple-statistics|ml-matrix|jose|@aws-sdk)\//;
  const bySource = new Map(modules.map((module) => [module.source, module]));
  const problems: string[] = [];
  const seen = new Set<string>();
  const queue = modules.filter(({ source }) => source.startsWith('miniapp/src/')).map(({ source }) => [source]);
  for (let path = queue.shift(); path; path = queue.shift()) {
    for (const dependency of bySource.get(path.at(-1) ?? '')?.dependencies ?? []) {
      if (!isRuntime(dependency) || seen.has(dependency.resolved)) continue;
      seen.add(dependency.resolved);
      const next = [...path, dependency.resolved];
      const core = dependency.dependencyTypes.includes('core');
      if (core || unfit.test(dependency.resolved)) problems.push(`unfit-for-phone: ${next.join(' → ')}`);
      else queue.push(next);
    }
  }
  return problems;
}

const isRuntime = ({ dependencyTypes }: Dependency) => !dependencyTypes.includes('type-only');
