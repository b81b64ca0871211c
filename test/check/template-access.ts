import type { Template } from './template-package.ts';
import { isRecord, listOf, resourcesOf, targetOf, valueAt } from './template-values.ts';

type Statement = { at: string; identity: boolean } & Record<string, unknown>;

/** Roles name each action and each resource: no wildcard of either, no `Not…`. */
export function wildcardProblems(template: Template): string[] {
  return statementsOf(template)
    .filter(({ identity, Effect }) => identity && Effect === 'Allow')
    .flatMap(({ at, Action, NotAction, Resource, NotResource }) => [
      ...listOf(Action)
        .filter((action) => String(action).includes('*'))
        .map((action) => `${at}: may ${action}`),
      ...listOf(Resource)
        .filter((resource) => resource === '*')
        .map(() => `${at}: on every resource`),
      ...(NotAction === undefined && NotResource === undefined ? [] : [`${at}: says what it may not`]),
    ]);
}

/** Nobody outside is let in by a policy: no public principal, no whole account, a caller's source always named. */
export function publicProblems(template: Template): string[] {
  const principals = statementsOf(template)
    .filter(({ Effect, Principal }) => Effect === 'Allow' && Principal !== undefined)
    .flatMap(({ at, Principal, NotPrincipal }) => {
      const named = isRecord(Principal) ? Object.values(Principal).flatMap(listOf) : [Principal];
      const open = NotPrincipal !== undefined || named.some((one) => typeof one !== 'string' || one.includes('*'));
      return open ? [`${at}: lets in ${JSON.stringify(Principal)}`] : [];
    });
  const invocations = resourcesOf(template, 'AWS::Lambda::Permission')
    .filter(({ properties }) => properties['Principal'] === '*' || properties['SourceArn'] === undefined)
    .map(({ name }) => `${name}: anyone may invoke the function`);
  const urls = resourcesOf(template, 'AWS::Lambda::Url').map(
    ({ name }) => `${name}: a function has an address of its own`,
  );
  const doors = resourcesOf(template, 'AWS::EC2::SecurityGroup')
    .filter(({ properties }) => listOf(properties['SecurityGroupIngress']).length > 0)
    .map(({ name }) => `${name}: lets something in`);
  return [...principals, ...invocations, ...urls, ...doors];
}

/** Each function has a role that no other has, and that Lambda alone may take. */
export function roleProblems(template: Template): string[] {
  const functions = resourcesOf(template, 'AWS::Lambda::Function');
  const roleOf = new Map(functions.map(({ name, properties }) => [name, targetOf(properties['Role'])]));
  return [...roleOf].flatMap(([name, role]) => {
    const resource = role === undefined ? undefined : template.Resources[role];
    if (role === undefined || resource?.Type !== 'AWS::IAM::Role') return [`${name}: has no role of this template`];
    const shared = [...roleOf].filter(([, other]) => other === role).length > 1;
    const trusted = listOf(valueAt(resource.Properties, 'AssumeRolePolicyDocument.Statement'));
    const lambdaOnly = trusted.every((one) => valueAt(one, 'Principal.Service') === 'lambda.amazonaws.com');
    return [
      ...(shared ? [`${name}: shares ${role}`] : []),
      ...(lambdaOnly ? [] : [`${role}: may be taken by others than Lambda`]),
    ];
  });
}

/** The statements of every policy in the template: roles' own (`identity`), and those on buckets, queues, topics. */
function statementsOf({ Resources }: Template): Statement[] {
  return Object.entries(Resources).flatMap(([name, { Type, Properties = {} }]) => {
    const identity = Type.startsWith('AWS::IAM::');
    const documents = [
      Properties['AssumeRolePolicyDocument'],
      Properties['PolicyDocument'],
      Properties['ResourcePolicy'] && valueAt(Properties['ResourcePolicy'], 'PolicyDocument'),
      ...listOf(Properties['Policies']).map((policy) => valueAt(policy, 'PolicyDocument')),
    ];
    return documents
      .flatMap((document) => listOf(valueAt(document, 'Statement')))
      .filter(isRecord)
      .map((statement) => ({
        ...statement,
        at: `${name}${statement['Sid'] ? ` (${statement['Sid']})` : ''}`,
        identity,
      }));
  });
}
