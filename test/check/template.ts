import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import { readConfig } from '#functions/config.ts';
import { candidateRoutes, hrRoutes } from '#functions/routes.ts';
import { type OperationId, routes } from '#shared/contract/routes.ts';
import type { Check } from './check.ts';
import { publicProblems, roleProblems, wildcardProblems } from './template-access.ts';
import { alarmProblems, environmentProblems, logProblems, variablesRead } from './template-functions.ts';
import { packageTemplate, type Template } from './template-package.ts';
import { referenceProblems } from './template-references.ts';
import { routeProblems, type Served } from './template-routes.ts';
import { type Spec, schemaProblems } from './template-schema.ts';
import { bucketProblems, queueProblems, tableProblems } from './template-storage.ts';

/** serverless.yml, packaged as for a deployment and read as CloudFormation and an auditor would. */
export const templateCheck = (root: string): Check => ({
  name: 'template (serverless package)',
  run: async () => ({ problems: templateProblems(await loadAwsServiceSpec(), await packageTemplate(root)) }),
});

export function templateProblems(spec: Spec, template: Template): string[] {
  return [
    ...schemaProblems(spec, template),
    ...referenceProblems(spec, template),
    ...wildcardProblems(template),
    ...publicProblems(template),
    ...roleProblems(template),
    ...bucketProblems(template),
    ...tableProblems(template),
    ...queueProblems(template),
    ...logProblems(template),
    ...environmentProblems(template, variablesRead(readConfig)),
    ...alarmProblems(template),
    ...routeProblems(template, servedRoutes()),
  ];
}

function servedRoutes(): Served[] {
  const of = (handler: string, table: object): Served[] =>
    (Object.keys(table) as OperationId[]).map((operation) => ({ operation, ...routes[operation], handler }));
  return [...of('candidate-api', candidateRoutes), ...of('hr-api', hrRoutes)];
}
