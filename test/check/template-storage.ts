import type { Template } from './template-package.ts';
import { isRecord, listOf, type Named, resourcesOf, targetOf, valueAt } from './template-values.ts';

/** Buckets: closed to the public in all four ways, encrypted, reached over TLS only. */
export function bucketProblems(template: Template): string[] {
  const closed = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];
  return resourcesOf(template, 'AWS::S3::Bucket').flatMap(({ name, properties }) => [
    ...closed
      .filter((way) => valueAt(properties, `PublicAccessBlockConfiguration.${way}`) !== true)
      .map((way) => `${name}: ${way} is not on`),
    ...(valueAt(properties, 'BucketEncryption.ServerSideEncryptionConfiguration.0') ? [] : [`${name}: not encrypted`]),
    ...(tlsOnly(template, 'AWS::S3::BucketPolicy', 'Bucket').has(name) ? [] : [`${name}: may be read without TLS`]),
  ]);
}

/** Tables: recoverable to any point of time, encrypted, expiring, not deleted by an update nor with the stack. */
export function tableProblems(template: Template): string[] {
  const needs = {
    'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled': 'cannot be recovered to a point in time',
    'SSESpecification.SSEEnabled': 'is not encrypted',
    'TimeToLiveSpecification.Enabled': 'does not expire what is to expire',
    DeletionProtectionEnabled: 'can be deleted',
  };
  const problems = resourcesOf(template, 'AWS::DynamoDB::Table').flatMap(({ name, properties, resource }) => [
    ...Object.entries(needs)
      .filter(([path]) => valueAt(properties, path) !== true)
      .map(([, problem]) => `${name}: ${problem}`),
    ...keptProblems({ name, properties, resource }),
  ]);
  const media = resourcesOf(template, 'AWS::S3::Bucket').filter(({ name }) => name !== deploymentBucket);
  const vaults = resourcesOf(template, 'AWS::Backup::BackupVault');
  return [...problems, ...[...media, ...vaults].flatMap(keptProblems)];
}

/** Queues: encrypted, over TLS, with somewhere to put what cannot be done, and with the patience that Lambda asks for. */
export function queueProblems(template: Template): string[] {
  const queues = resourcesOf(template, 'AWS::SQS::Queue');
  const deadLetters = new Set([
    ...queues.map(({ properties }) => targetOf(valueAt(properties, 'RedrivePolicy.deadLetterTargetArn'))),
    ...mappings(template).map(({ properties }) =>
      targetOf(valueAt(properties, 'DestinationConfig.OnFailure.Destination')),
    ),
  ]);
  const tls = tlsOnly(template, 'AWS::SQS::QueuePolicy', 'Queues');
  const safe = queues.flatMap(({ name, properties }) => [
    ...(deadLetters.has(name) || properties['RedrivePolicy'] ? [] : [`${name}: what fails there is tried for ever`]),
    ...(properties['SqsManagedSseEnabled'] === true || properties['KmsMasterKeyId'] ? [] : [`${name}: not encrypted`]),
    ...(tls.has(name) ? [] : [`${name}: may be used without TLS`]),
  ]);
  return [...safe, ...mappings(template).flatMap((mapping) => patienceProblems(template, mapping))];
}

/** AWS's rule: six times the function's timeout, or a message may come back while it is still worked on. */
function patienceProblems({ Resources }: Template, { name, properties }: Named): string[] {
  const source = Resources[targetOf(properties['EventSourceArn']) ?? ''];
  const consumer = Resources[targetOf(properties['FunctionName']) ?? ''];
  const partial = listOf(properties['FunctionResponseTypes']).includes('ReportBatchItemFailures');
  const visibility = Number(source?.Properties?.['VisibilityTimeout'] ?? 30);
  const timeout = Number(consumer?.Properties?.['Timeout'] ?? 3);
  const discards = valueAt(properties, 'DestinationConfig.OnFailure.Destination') !== undefined;
  return [
    ...(partial ? [] : [`${name}: one failure brings the whole batch back`]),
    ...(source?.Type === 'AWS::SQS::Queue' && visibility < 6 * timeout
      ? [`${name}: ${visibility} s of patience for ${timeout} s of work`]
      : []),
    ...(source?.Type === 'AWS::DynamoDB::Table' && !(discards && Number(properties['MaximumRetryAttempts'] ?? -1) >= 0)
      ? [`${name}: one bad record holds up the stream`]
      : []),
  ];
}

const deploymentBucket = 'ServerlessDeploymentBucket';

const mappings = (template: Template): Named[] => resourcesOf(template, 'AWS::Lambda::EventSourceMapping');

const keptProblems = ({ name, resource }: Named): string[] =>
  resource.DeletionPolicy === 'Retain' && resource.UpdateReplacePolicy === 'Retain'
    ? []
    : [`${name}: goes with the stack`];

/** The names of the resources to which a policy of this type denies everything that is not TLS. */
function tlsOnly(template: Template, type: string, on: string): Set<string | undefined> {
  const strict = resourcesOf(template, type).filter(({ properties }) =>
    listOf(valueAt(properties, 'PolicyDocument.Statement')).some(
      (one) =>
        isRecord(one) &&
        one['Effect'] === 'Deny' &&
        one['Principal'] === '*' &&
        /^(s3|sqs):\*$/.test(String(one['Action'])) &&
        String(valueAt(one, 'Condition.Bool.aws:SecureTransport')) === 'false',
    ),
  );
  return new Set(strict.flatMap(({ properties }) => listOf(properties[on]).map(targetOf)));
}
