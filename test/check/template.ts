import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import { readConfig } from '#functions/config.ts';
import { candidateRoutes, hrRoutes } from '#functions/routes.ts';
import { type OperationId, routes } from '#shared/contract/routes.ts';
import type { Check } from './check.ts';
import { publicProblems, roleProblems, wildcardProblems } from './template-access.ts';
import { everyCondition } from './template-conditions.ts';
import { alarmProblems, environmentProblems, logProblems, variablesRead } from './template-functions.ts';
import { keyProblems, ownKeyProblems, throughProblems } from './template-keys.ts';
import { packageTemplate, type Template } from './template-package.ts';
import { referenceProblems } from './template-references.ts';
import { routeProblems, type Served } from './template-routes.ts';
import { type Spec, schemaProblems } from './template-schema.ts';
import { bucketProblems, queueProblems, tableProblems } from './template-storage.ts';

/** serverless.yml, packaged as for a deployment and read as CloudFormation and an auditor would. */
export const templateCheck = (root: string): Check => ({
  name: 'template (serverless package)',
  run: async () => {
    const spec = await loadAwsServiceSpec();
    return {
      problems: [
        ...templateProblems(spec, await packageTemplate(root)),
        ...plainProblems(spec, await copyTemplate(root)).map((problem) => `${copyFile}: ${problem}`),
      ],
    };
  },
});

const copyFile = 'functions/serverless/copy-region.json';
/** What stands in the other region: deployed by itself, once. */
export const copyTemplate = async (root: string): Promise<Template> =>
  JSON.parse(await readFile(join(root, copyFile), 'utf8')) as Template;

/** What is asked of any template, with each of its conditions on and off. */
export function plainProblems(spec: Spec, template: Template): string[] {
  const references = [template, ...everyCondition(template)].flatMap((one) => referenceProblems(spec, one));
  return [
    ...schemaProblems(spec, template),
    ...new Set(references),
    ...wildcardProblems(template),
    ...publicProblems(template),
    ...bucketProblems(template),
    ...tableProblems(template),
    ...queueProblems(template),
    ...keyProblems(template),
    ...ownKeyProblems(template),
    ...alarmProblems(template),
  ];
}

export function templateProblems(spec: Spec, template: Template): string[] {
  return [
    ...plainProblems(spec, template),
    ...roleProblems(template),
    ...throughProblems(template),
    ...logProblems(template),
    ...environmentProblems(template, variablesRead(readConfig)),
    ...routeProblems(template, servedRoutes()),
  ];
}

function servedRoutes(): Served[] {
  const of = (handler: string, table: object): Served[] =>
    (Object.keys(table) as OperationId[]).map((operation) => ({ operation, ...routes[operation], handler }));
  return [...of('candidate-api', candidateRoutes), ...of('hr-api', hrRoutes)];
}
