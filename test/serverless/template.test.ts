import { resolve } from 'node:path';
import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import { beforeAll, describe, expect, test } from 'vitest';
import { s3Media } from '#functions/adapters/s3/media.ts';
import { readConfig } from '#functions/config.ts';
import { copyTemplate, plainProblems, templateProblems } from '#test/check/template.ts';
import { withConditions } from '#test/check/template-conditions.ts';
import { variablesRead } from '#test/check/template-functions.ts';
import { packageTemplate, type Template } from '#test/check/template-package.ts';
import type { Spec } from '#test/check/template-schema.ts';
import { listOf, resourcesOf, targetOf, valueAt } from '#test/check/template-values.ts';

let spec: Spec;
let packaged: Template;
beforeAll(async () => {
  [spec, packaged] = await Promise.all([
    loadAwsServiceSpec(),
    packageTemplate(resolve(import.meta.dirname, '..', '..')),
  ]);
}, 120_000);

test('what a deployment would send is in order', () => {
  expect(templateProblems(spec, packaged)).toEqual([]);
});

/** The real template with one value at `path` replaced, or taken away. */
function changed(path: string, value?: unknown): string[] {
  const template = structuredClone(packaged);
  const way = path.split('/');
  const last = way.pop() ?? '';
  const at = valueAt(template, way.join('.')) as Record<string, unknown>;
  if (at === undefined) throw new Error(`nothing at ${path}`);
  if (value === undefined) delete at[last];
  else at[last] = value;
  return templateProblems(spec, template);
}

const allow = (more: object) => ({ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: { Ref: 'Table' }, ...more });
const statement = 'Resources/DeliverRole/Properties/Policies/0/PolicyDocument/Statement/0';
const keyPolicy = 'Resources/DataKey/Properties/KeyPolicy/Statement';
const rule = 'ServerSideEncryptionConfiguration/0';
const sse = `${rule}/ServerSideEncryptionByDefault`;
const opens = 'Resources/DeliverRole/Properties/Policies/0/PolicyDocument/Statement/4';
const sweepSeals = 'Resources/SweepRole/Properties/Policies/0/PolicyDocument/Statement/9';
const viaTable = { StringLike: { 'kms:ViaService': [{ 'Fn::Sub': 'dynamodb.x' }] } };
const mediaStatement = 'Resources/MediaPolicy/Properties/PolicyDocument/Statement';
const media = 'Resources/Media/Properties';
const table = 'Resources/Table/Properties';
const deliver = 'Resources/DeliverLambdaFunction/Properties';
const transcribe = 'Resources/TranscribeLambdaFunction/Properties';
const variables = `${deliver}/Environment/Variables`;
const streamSource = 'Resources/StreamEventSourceMappingDynamodbTable/Properties';
const deliverSource = 'Resources/DeliverEventSourceMappingSQSDeliverQueue/Properties';

describe.each<[string, [what: string, says: string, path: string, value?: unknown][]]>([
  [
    'schemas',
    [
      ['an unknown type', 'no resource type AWS::SQS::Heap', 'Resources/DeliverQueue/Type', 'AWS::SQS::Heap'],
      ['an unknown property', 'has no property Timeuot', `${deliver}/Timeuot`, 3],
      ['an unknown inner property', 'has no property Projektion', `${table}/GlobalSecondaryIndexes/0/Projektion`, {}],
      [
        'a required property that is missing',
        'Permission.*needs Principal',
        'Resources/CandidateDashapiLambdaPermissionHttpApi/Properties/Principal',
      ],
      [
        'a required inner property that is missing',
        'AttributeDefinitions\\[0\\]: needs AttributeName',
        `${table}/AttributeDefinitions/0/AttributeName`,
      ],
      ['a text for a number', '"60" is no integer', `${deliver}/Timeout`, '60'],
      ['a fraction for a whole number', '0.5 is no integer', `${deliver}/Timeout`, 0.5],
      ['one value for a list', 'is no list', `${table}/AttributeDefinitions`, 'pk'],
      [
        'a value that is none of the allowed ones',
        'is none of',
        'Resources/EgressTableEndpoint/Properties/VpcEndpointType',
        'Gate',
      ],
      ['a wrong value behind a condition', 'is no list', `${deliver}/VpcConfig/Fn::If/1/SubnetIds`, 'one'],
    ],
  ],
  [
    'references',
    [
      ['a resource that is not there', 'there is no Tabel', `${variables}/TABLE_NAME`, { Ref: 'Tabel' }],
      [
        'an attribute that is not there',
        'has no attribute Arm',
        `${statement}/Resource`,
        { 'Fn::GetAtt': ['Table', 'Arm'] },
      ],
      ['inside a text', 'there is no Meda', `${statement}/Resource`, { 'Fn::Sub': '${Meda}/x' }],
      ['an attribute inside a text', 'has no attribute Url', `${statement}/Resource`, { 'Fn::Sub': '${Media.Url}/x' }],
      ['a condition that is not there', 'there is no condition Exit', `${deliver}/VpcConfig/Fn::If/0`, 'Exit'],
      ['a dependency that is not there', 'there is no Nobody', 'Resources/Table/DependsOn', 'Nobody'],
      ['in an output', 'there is no Nothing', 'Outputs/TableName/Value', { Ref: 'Nothing' }],
    ],
  ],
  [
    'access',
    [
      ['a wildcard action', 'may dynamodb:\\*', statement, allow({ Action: 'dynamodb:*' })],
      ['a half wildcard action', 'may s3:Get\\*', statement, allow({ Action: ['s3:Get*'] })],
      ['every resource', 'on every resource', statement, allow({ Resource: ['*'] })],
      [
        'what may not instead of what may',
        'says what it may not',
        statement,
        allow({ Action: undefined, NotAction: 'iam:PassRole' }),
      ],
      ['a bucket open to all', 'lets in', mediaStatement, [allow({ Principal: '*' })]],
      ['a bucket open to all accounts', 'lets in', mediaStatement, [allow({ Principal: { AWS: ['*'] } })]],
      [
        'a role that another service may take',
        'others than Lambda',
        'Resources/DeliverRole/Properties/AssumeRolePolicyDocument/Statement/0/Principal/Service',
        'ec2.amazonaws.com',
      ],
      [
        'a function that anyone may invoke',
        'anyone may invoke',
        'Resources/CandidateDashapiLambdaPermissionHttpApi/Properties/SourceArn',
      ],
      [
        'a function with an address of its own',
        'address of its own',
        'Resources/Address',
        { Type: 'AWS::Lambda::Url', Properties: { AuthType: 'NONE', TargetFunctionArn: 'x' } },
      ],
      [
        'a door into the network',
        'lets something in',
        'Resources/EgressSecurityGroup/Properties/SecurityGroupIngress',
        [{ IpProtocol: 'tcp' }],
      ],
      ['a shared role', 'shares SweepRole', `${deliver}/Role`, { 'Fn::GetAtt': ['SweepRole', 'Arn'] }],
      ['a role from elsewhere', 'no role of this template', `${deliver}/Role`, 'arn:aws:iam::1:role/admin'],
    ],
  ],
  [
    'storage',
    [
      [
        'a bucket half open',
        'BlockPublicPolicy is not on',
        `${media}/PublicAccessBlockConfiguration/BlockPublicPolicy`,
        false,
      ],
      ['a bucket quite open', 'RestrictPublicBuckets is not on', `${media}/PublicAccessBlockConfiguration`],
      ['a bucket in the clear', 'not encrypted', `${media}/BucketEncryption`],
      ['a bucket without TLS', 'read without TLS', 'Resources/MediaPolicy'],
      ['a bucket that goes with the stack', 'Media: goes with the stack', 'Resources/Media/DeletionPolicy'],
      [
        'a table without recovery',
        'point in time',
        `${table}/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled`,
        false,
      ],
      ['a table in the clear', 'is not encrypted', `${table}/SSESpecification`],
      ['a table that keeps everything', 'does not expire', `${table}/TimeToLiveSpecification`],
      ['a table that can be deleted', 'can be deleted', `${table}/DeletionProtectionEnabled`, false],
      [
        'a table that goes with the stack',
        'Table: goes with the stack',
        'Resources/Table/UpdateReplacePolicy',
        'Delete',
      ],
      ['too little patience for a recording', '720 s of patience for 121 s', `${transcribe}/Timeout`, 121],
      ['a queue that tries for ever', 'tried for ever', 'Resources/DeliverQueue/Properties/RedrivePolicy'],
      ['a queue in the clear', 'not encrypted', 'Resources/DeliverQueue/Properties/KmsMasterKeyId'],
      [
        'a queue without TLS',
        'DeliverQueue: may be used without TLS',
        'Resources/QueuesPolicy/Properties/Queues',
        [{ Ref: 'EvaluateQueue' }],
      ],
      ['too little patience', '360 s of patience for 61 s', `${deliver}/Timeout`, 61],
      ['whole batches that come back', 'the whole batch', `${deliverSource}/FunctionResponseTypes`],
      ['a stream that one record holds up', 'holds up the stream', `${streamSource}/MaximumRetryAttempts`],
      ['a stream that drops what fails', 'holds up the stream', `${streamSource}/DestinationConfig`],
    ],
  ],
  [
    'keys',
    [
      ['a key that is never renewed', 'never renewed', 'Resources/DataKey/Properties/EnableKeyRotation', false],
      ['a key that goes with the stack', 'DataKey: goes with', 'Resources/DataKey/DeletionPolicy'],
      ['everything with a key', 'lets do kms:\\*', `${keyPolicy}/0/Action`, 'kms:*'],
      ['somebody else with a key', 'lets in', `${keyPolicy}/1/Principal`, { AWS: 'arn:aws:iam::1:root' }],
      ['a key used by itself', 'ThroughServices.*used by itself', `${keyPolicy}/1/Condition`],
      ['grants that anybody makes', 'Grants.*used by itself', `${keyPolicy}/2/Condition`],
      ['a service of anybody', 'Alarms.*used by itself', `${keyPolicy}/4/Condition`],
      ['a table under another key', 'Table: not under', `${table}/SSESpecification/KMSMasterKeyId`],
      ['a bucket under another key', 'Media: not under', `${media}/BucketEncryption/${sse}/KMSMasterKeyID`],
      ['a bucket without a key of its own', 'with every object', `${media}/BucketEncryption/${rule}/BucketKeyEnabled`],
      [
        'a queue under another key',
        'StreamDeadLetters: not under',
        'Resources/StreamDeadLetters/Properties/KmsMasterKeyId',
      ],
      ['a log under another key', 'SweepLogGroup: not under', 'Resources/SweepLogGroup/Properties/KmsKeyId'],
      ['settings under another key', 'DeliverLambdaFunction: not under', `${deliver}/KmsKeyArn`],
      ['alarms under another key', 'AlarmTopic: not under', 'Resources/AlarmTopic/Properties/KmsMasterKeyId'],
      ['a role that cannot open', 'DeliverRole: no kms:Decrypt through sqs', `${opens}/Condition`, viaTable],
      [
        'a role that opens for nothing',
        'Decrypt through s3 for nothing',
        `${opens}/Condition/StringLike/kms:ViaService/1/Fn::Sub`,
        's3.x',
      ],
      ['a role that cannot seal', 'SweepRole: no kms:GenerateDataKey through sqs', sweepSeals, allow({})],
    ],
  ],
  [
    'functions',
    [
      ['a log kept for ever', 'kept for ever', 'Resources/SweepLogGroup/Properties/RetentionInDays'],
      [
        'a function whose log is not ours',
        'makes its own log group',
        'Resources/SweepLogGroup/Properties/LogGroupName',
        '/aws/lambda/other',
      ],
      ['a variable that is not set', 'TOKEN_KEY is not set', `${variables}/TOKEN_KEY`],
      ['a variable that nobody reads', 'nobody reads TABLE', `${variables}/TABLE`, 'x'],
      [
        'a secret in the template',
        'TOKEN_KEY is in the template',
        `${variables}/TOKEN_KEY`,
        'abcdefghijklmnopqrstuvwxyz0123456789',
      ],
      ['a function that nobody watches', 'SweepLambdaFunction: no alarm', 'Resources/SweepErrorsAlarm'],
      ['recordings that nobody watches', 'TranscribeDeadLetters: no alarm', 'Resources/TranscribeDeadLettersAlarm'],
      ['a credential that Lambda sets itself', 'nobody reads AWS_SECRET', `${variables}/AWS_SECRET_ACCESS_KEY`, 'x'],
      ['a dead-letter queue that nobody watches', 'StreamDeadLetters: no alarm', 'Resources/StreamDeadLettersAlarm'],
      [
        'a counted log line that nobody watches',
        'no alarm watches mianliao-dev undelivered',
        'Resources/UndeliveredAlarm',
      ],
      ['an alarm that tells nobody', 'tells nobody', 'Resources/UndeliveredAlarm/Properties/AlarmActions'],
    ],
  ],
  [
    'routes',
    [
      [
        'a route that is not there',
        'session.wecom: POST .* arrives at candidate-api',
        'Resources/HttpApiRouteAnyV1SessionWecom',
      ],
      [
        'a route to the wrong function',
        'workbench.list: .* not hr-api',
        'Resources/HttpApiIntegrationHrDashapi/Properties/IntegrationUri',
        { 'Fn::GetAtt': ['CandidateDashapiLambdaFunction', 'Arn'] },
      ],
      [
        'a route for another method',
        'interview.saveDraft: .* arrives at nobody',
        'Resources/HttpApiRouteAnyV1ProxyVar/Properties/RouteKey',
        'GET /v1/{proxy+}',
      ],
    ],
  ],
])('%s', (_, cases) => {
  test.each(cases)('%s', (_what, says, path, value) => {
    expect(changed(path, value).join('\n')).toMatch(new RegExp(says));
  });
});

describe('conditions', () => {
  const withOn = (...on: string[]) => withConditions(packaged, new Set(on));

  test('without another region nothing of it is there', () => {
    const { Resources } = withOn('Egress', 'TellOfAlarms');
    expect(valueAt(Resources, 'Media.Properties.ReplicationConfiguration')).toBeUndefined();
    expect(Object.keys(Resources).filter((name) => /Replication|Backup/.test(name))).toEqual([]);
    expect(valueAt(Resources, 'DeliverLambdaFunction.Properties.VpcConfig.SubnetIds')).toHaveLength(2);
  });
  test('with one, recordings and table are copied there, and whatever fails wakes somebody', () => {
    const { Resources } = withOn('Copy');
    const [rule] = listOf(valueAt(Resources, 'Media.Properties.ReplicationConfiguration.Rules'));
    expect(valueAt(rule, 'SourceSelectionCriteria.SseKmsEncryptedObjects.Status')).toBe('Enabled');
    expect(valueAt(rule, 'DeleteMarkerReplication.Status')).toBe('Enabled');
    expect(valueAt(rule, 'Filter')).toEqual({ Prefix: '' });
    expect(valueAt(Resources, 'DeliverLambdaFunction.Properties.VpcConfig')).toBeUndefined();
    // For as long as a deleted version lives here, and no longer.
    const plan = valueAt(Resources, 'BackupPlan.Properties.BackupPlan.BackupPlanRule.0');
    expect([valueAt(plan, 'Lifecycle'), valueAt(plan, 'CopyActions.0.Lifecycle')]).toEqual([
      { DeleteAfterDays: 35 },
      { DeleteAfterDays: 35 },
    ]);
    for (const alarm of ['ReplicationFailedAlarm', 'BackupFailedAlarm', 'BackupCopyFailedAlarm', 'BackupSilentAlarm'])
      expect(listOf(valueAt(Resources, `${alarm}.Properties.AlarmActions`))).toHaveLength(1);
  });
  test('what is always there may not lean on what is not', () => {
    const role = { 'Fn::GetAtt': ['ReplicationRole', 'Arn'] };
    expect(changed(`${statement}/Resource`, role).join('\n')).toMatch(/there is no ReplicationRole/);
    expect(changed('Resources/BackupSelection/Condition').join('\n')).toMatch(/there is no Backup/);
  });
});

test('what stands in the other region is in order, and forgets in the same days', async () => {
  const copy = await copyTemplate(resolve(import.meta.dirname, '..', '..'));
  expect(plainProblems(spec, copy)).toEqual([]);
  const rulesOf = ({ Resources }: Template, bucket: string) =>
    listOf(valueAt(Resources, `${bucket}.Properties.LifecycleConfiguration.Rules`)).filter(
      (rule) => valueAt(rule, 'Id') !== 'unfinished-uploads',
    );
  expect(rulesOf(copy, 'CopyBucket')).toEqual(rulesOf(packaged, 'Media'));
  const bad = structuredClone(copy);
  delete bad.Resources['CopyBucketPolicy'];
  delete bad.Resources['CopyVault']?.Properties?.['EncryptionKeyArn'];
  expect(plainProblems(spec, bad)).toEqual([
    'CopyBucket: may be read without TLS',
    'CopyVault: not under a key of ours',
  ]);
});

test('what was noted of the audit is kept from everybody, once a day', () => {
  const { Resources } = packaged;
  expect(valueAt(Resources, 'Anchors.Properties.ObjectLockConfiguration.Rule.DefaultRetention')).toEqual({
    Mode: 'COMPLIANCE',
    Days: 400,
  });
  const denied = listOf(valueAt(Resources, 'AnchorsPolicy.Properties.PolicyDocument.Statement'));
  expect(denied.find((one) => valueAt(one, 'Sid') === 'OnceOnly')).toMatchObject({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:PutObject',
    Condition: { Null: { 's3:if-none-match': 'true' } },
  });
});

/** role → what it may do in the bucket. */
function reachOfMedia(): Record<string, string[]> {
  const roles = resourcesOf(packaged, 'AWS::IAM::Role').map(({ name, properties }) => {
    const statements = listOf(valueAt(properties, 'Policies.0.PolicyDocument.Statement'));
    const reach = statements.flatMap((one) => {
      const actions = listOf(valueAt(one, 'Action')).filter((action) => String(action).startsWith('s3:'));
      const within = listOf(valueAt(one, 'Resource')).map((on) => String(valueAt(on, 'Fn::Sub') ?? targetOf(on)));
      return actions.flatMap((action) => within.map((on) => `${action} ${on.replace('${Media.Arn}/', '')}`));
    });
    return [name, reach.sort()] as const;
  });
  return Object.fromEntries(roles.filter(([, reach]) => reach.length > 0));
}

test('in the bucket each function reaches what its work needs', () => {
  const clips = 'c/*/interview/*/clip/*';
  expect(reachOfMedia()).toEqual({
    CandidateApiRole: [
      `s3:GetObject ${clips}/whole`,
      's3:GetObject c/*/resume/*',
      's3:PutObject c/*/intake/*/upload',
      `s3:PutObject ${clips}`,
      's3:PutObject c/*/interview/*/probe',
      's3:PutObjectTagging c/*/intake/*/upload',
      `s3:PutObjectTagging ${clips}`,
      's3:PutObjectTagging c/*/interview/*/probe',
    ],
    HrApiRole: [
      // What was noted of the audit's chain, in a bucket of its own.
      's3:GetObject ${Anchors.Arn}/c/*/anchor/*',
      `s3:GetObject ${clips}/whole`,
      's3:GetObject c/*/resume/*',
      's3:ListBucket Anchors',
      's3:PutObject c/*/intake/*/upload',
      's3:PutObjectTagging c/*/intake/*/upload',
    ],
    IntakeRole: [
      's3:GetObject c/*/intake/*/upload',
      's3:GetObjectTagging c/*/intake/*/upload',
      's3:ListBucket Media',
      's3:PutObject c/*/resume/*',
    ],
    // GuardDuty's, where it looks for malware.
    ScanRole: [
      's3:GetBucketNotification Media',
      's3:GetObject *',
      's3:GetObjectTagging *',
      's3:GetObjectVersion *',
      's3:GetObjectVersionTagging *',
      's3:ListBucket Media',
      's3:PutBucketNotification Media',
      's3:PutObject malware-protection-resource-validation-object',
      's3:PutObjectTagging *',
      's3:PutObjectVersionTagging *',
    ],
    // Deletes what belongs to somebody who asked for it, and what was kept for long enough.
    SweepRole: [
      's3:DeleteObject c/*/intake/*',
      's3:DeleteObject c/*/interview/*',
      's3:DeleteObject c/*/resume/*',
      's3:ListBucket Media',
      's3:PutObject ${Anchors.Arn}/c/*/anchor/*',
    ],
    // The copy in another region, where there is one.
    ReplicationRole: [
      's3:GetObjectVersionAcl *',
      's3:GetObjectVersionForReplication *',
      's3:GetObjectVersionTagging *',
      's3:GetReplicationConfiguration Media',
      's3:ListBucket Media',
      's3:ReplicateDelete arn:${AWS::Partition}:s3:::/*',
      's3:ReplicateObject arn:${AWS::Partition}:s3:::/*',
      's3:ReplicateTags arn:${AWS::Partition}:s3:::/*',
    ],
    // A bucket of its own: the weekly export of the table.
    ExportRole: [
      's3:AbortMultipartUpload ${Analytics.Arn}/export/*',
      's3:PutObject ${Analytics.Arn}/export/*',
      's3:PutObjectAcl ${Analytics.Arn}/export/*',
    ],
    EvaluateRole: ['s3:GetObject c/*/interview/*/evaluation-*', 's3:PutObject c/*/interview/*/evaluation-*'],
    TranscribeRole: [
      `s3:GetObject ${clips}`,
      's3:GetObject transcripts/*',
      's3:ListBucket Media',
      `s3:PutObject ${clips}`,
      's3:PutObject transcripts/*',
    ],
  });
});

test('what the forms mark, the lifecycle takes away', () => {
  const rules = listOf(valueAt(packaged.Resources, 'Media.Properties.LifecycleConfiguration.Rules'));
  const [{ Key = '', Value = '' } = {}] = rules.flatMap(
    (rule) => listOf(valueAt(rule, 'TagFilters')) as { Key?: string; Value?: string }[],
  );
  const clock = { now: () => new Date(0) };
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const media = s3Media({ region: 'x', bucket: 'b', baseUrl: '', credentials, clock });
  const { fields } = media.form({ key: 'k', mime: 'audio/mpeg', maxBytes: 1, minutes: 1 });
  expect(fields['tagging']).toContain(`<Tag><Key>${Key}</Key><Value>${Value}</Value></Tag>`);
});

test('the variables are those that the configuration asks for', () => {
  const read = variablesRead(readConfig);
  expect(read).toContain('AWS_REGION');
  expect(read).toContain('SMS_TEMPLATE_THANKS');
  expect(variablesRead((env) => env['ONE'] ?? env['TWO'])).toEqual(['ONE', 'TWO']);
});
