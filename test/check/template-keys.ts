import type { Template } from './template-package.ts';
import { isRecord, listOf, type Named, resourcesOf, targetOf, valueAt } from './template-values.ts';

/** Keys: renewed, kept, used on the way through a service only, and looked after by whom it opens nothing to. */
export function keyProblems(template: Template): string[] {
  return resourcesOf(template, 'AWS::KMS::Key').flatMap(({ name, properties, resource }) => [
    ...(properties['EnableKeyRotation'] === true ? [] : [`${name}: is never renewed`]),
    ...(resource.DeletionPolicy === 'Retain' && resource.UpdateReplacePolicy === 'Retain'
      ? []
      : [`${name}: goes with the stack, and all that lies under it`]),
    ...listOf(valueAt(properties, 'KeyPolicy.Statement')).flatMap((one) => statementProblems(name, one)),
  ]);
}

/** What turns one into the other, or lets somebody do so. */
const using = /^kms:(Decrypt|Encrypt|GenerateDataKey|ReEncrypt|CreateGrant)/;
const account = 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root';

function statementProblems(key: string, statement: unknown): string[] {
  if (!isRecord(statement) || statement['Effect'] !== 'Allow') return [];
  const at = `${key} (${statement['Sid']})`;
  const actions = listOf(statement['Action']).map(String);
  const principal = statement['Principal'];
  const ours = valueAt(principal, 'AWS.Fn::Sub') === account;
  const service = valueAt(principal, 'Service') !== undefined && valueAt(principal, 'AWS') === undefined;
  const through = listOf(valueAt(statement, 'Condition.StringLike.kms:ViaService'));
  const bound = ours ? through.length > 0 : statement['Condition'] !== undefined;
  return [
    ...actions.filter((action) => action.includes('*')).map((action) => `${at}: lets do ${action}`),
    ...(ours || service ? [] : [`${at}: lets in ${JSON.stringify(principal)}`]),
    ...(actions.some((action) => using.test(action) || action.includes('*')) && !bound
      ? [`${at}: is used by itself`]
      : []),
  ];
}

/** What holds something of people lies under a key of this template. */
export function ownKeyProblems(template: Template): string[] {
  const under = (type: string, path: string, except: (one: Named) => boolean = () => false) =>
    resourcesOf(template, type)
      .filter((one) => !except(one))
      .filter(
        ({ properties }) => template.Resources[targetOf(valueAt(properties, path)) ?? '']?.Type !== 'AWS::KMS::Key',
      )
      .map(({ name }) => `${name}: not under a key of ours`);
  const rule = 'BucketEncryption.ServerSideEncryptionConfiguration.0';
  return [
    ...under('AWS::DynamoDB::Table', 'SSESpecification.KMSMasterKeyId'),
    ...under('AWS::S3::Bucket', `${rule}.ServerSideEncryptionByDefault.KMSMasterKeyID`, holdsNobody),
    ...under('AWS::SQS::Queue', 'KmsMasterKeyId'),
    ...under('AWS::SNS::Topic', 'KmsMasterKeyId'),
    ...under('AWS::Logs::LogGroup', 'KmsKeyId'),
    ...under('AWS::Lambda::Function', 'KmsKeyArn'),
    ...under('AWS::Backup::BackupVault', 'EncryptionKeyArn'),
    ...resourcesOf(template, 'AWS::S3::Bucket')
      .filter(({ properties }) => valueAt(properties, `${rule}.ServerSideEncryptionByDefault.KMSMasterKeyID`))
      .filter(({ properties }) => valueAt(properties, `${rule}.BucketKeyEnabled`) !== true)
      .map(({ name }) => `${name}: asks for a key with every object`),
  ];
}

/** The framework's own bucket, which is there before the key, and what is locked: hashes, to be read without any key. */
const holdsNobody = ({ name, properties }: Named): boolean =>
  name === 'ServerlessDeploymentBucket' || properties['ObjectLockEnabled'] === true;

/**
 * A role opens and seals with the key on the way through the services that it works with, and through no other. Of a
 * service: what is encrypted there, which of the role's actions need to open it, and which to seal.
 */
const services = [
  { name: 'dynamodb', type: 'AWS::DynamoDB::Table', opens: /^dynamodb:/, seals: /^$/ },
  { name: 's3', type: 'AWS::S3::Bucket', opens: /^s3:GetObject$/, seals: /^s3:PutObject$/ },
  { name: 'sqs', type: 'AWS::SQS::Queue', opens: /^sqs:(SendMessage|ReceiveMessage)$/, seals: /^sqs:SendMessage$/ },
];

export function throughProblems(template: Template): string[] {
  const roles = new Set(
    resourcesOf(template, 'AWS::Lambda::Function').map(({ properties }) => targetOf(properties['Role'])),
  );
  return resourcesOf(template, 'AWS::IAM::Role')
    .filter(({ name }) => roles.has(name))
    .flatMap(({ name, properties }) => {
      const statements = listOf(properties['Policies'])
        .flatMap((policy) => listOf(valueAt(policy, 'PolicyDocument.Statement')))
        .filter(isRecord)
        .filter((one) => one['Effect'] === 'Allow');
      const needs = (which: 'opens' | 'seals') =>
        services.filter((service) => statements.some((one) => touches(template, one, service.type, service[which])));
      return [
        ...differing(name, 'kms:Decrypt', needs('opens'), statements),
        ...differing(name, 'kms:GenerateDataKey', needs('seals'), statements),
      ];
    });
}

function touches(template: Template, statement: Record<string, unknown>, type: string, action: RegExp): boolean {
  const encrypted = listOf(statement['Resource']).some((on) => {
    const inText = /^\$\{(\w+)\.Arn\}/.exec(String(valueAt(on, 'Fn::Sub') ?? ''))?.[1];
    const resource = resourcesOf(template, type).find(({ name }) => name === (inText ?? targetOf(on)));
    return resource !== undefined && !holdsNobody(resource);
  });
  return encrypted && listOf(statement['Action']).some((one) => action.test(String(one)));
}

function differing(
  role: string,
  action: string,
  needs: { name: string }[],
  statements: Record<string, unknown>[],
): string[] {
  const through = statements
    .filter((one) => listOf(one['Action']).includes(action))
    .flatMap((one) => listOf(valueAt(one, 'Condition.StringLike.kms:ViaService')))
    .map((one) => String(valueAt(one, 'Fn::Sub')).split('.')[0] ?? '');
  const wanted = needs.map(({ name }) => name);
  return [
    ...wanted.filter((name) => !through.includes(name)).map((name) => `${role}: no ${action} through ${name}`),
    ...through.filter((name) => !wanted.includes(name)).map((name) => `${role}: ${action} through ${name} for nothing`),
  ];
}
