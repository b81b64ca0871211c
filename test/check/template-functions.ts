import type { Template } from './template-package.ts';
import { listOf, resourcesOf, targetOf, valueAt } from './template-values.ts';

/** Log groups forget, and each function has one that the template knows. */
export function logProblems(template: Template): string[] {
  const groups = resourcesOf(template, 'AWS::Logs::LogGroup');
  const names = new Set(groups.map(({ properties }) => properties['LogGroupName']));
  const endless = groups
    .filter(({ properties }) => typeof properties['RetentionInDays'] !== 'number')
    .map(({ name }) => `${name}: is kept for ever`);
  const without = resourcesOf(template, 'AWS::Lambda::Function')
    .filter(({ properties }) => !names.has(`/aws/lambda/${properties['FunctionName']}`))
    .map(({ name }) => `${name}: makes its own log group`);
  return [...endless, ...without];
}

/** Lambda sets them itself, and forbids that we do. */
const given = new Set(['AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']);
const secret = /(KEY|SECRET|SECRET_ID|PASSWORD|SOURCES)$/;
const reference = /^\{\{resolve:secretsmanager:[^:}]+:SecretString:[A-Za-z]+:[^:}]*:[^:}]*\}\}$/;

/** Every function has each variable that is read at its start and no other, and a secret only by reference. */
export function environmentProblems(template: Template, read: readonly string[]): string[] {
  const wanted = read.filter((name) => !given.has(name));
  return resourcesOf(template, 'AWS::Lambda::Function').flatMap(({ name, properties }) => {
    const variables = Object.entries(valueAt(properties, 'Environment.Variables') ?? {});
    const set = new Set(variables.map(([key]) => key));
    return [
      ...wanted.filter((key) => !set.has(key)).map((key) => `${name}: ${key} is not set`),
      ...[...set].filter((key) => !wanted.includes(key)).map((key) => `${name}: nobody reads ${key}`),
      ...variables
        .filter(([key, value]) => secret.test(key) && !reference.test(String(value)))
        .map(([key]) => `${name}: ${key} is in the template`),
    ];
  });
}

/** The names that a reader of the environment asks for, whatever it makes of getting nothing. */
export function variablesRead(reader: (env: Record<string, string | undefined>) => unknown): string[] {
  const asked = new Set<string>();
  const env = new Proxy<Record<string, string | undefined>>({}, { get: (_, name) => void asked.add(String(name)) });
  try {
    reader(env);
  } catch {
    // It is told nothing, so it refuses; what it asked for is what we came for.
  }
  return [...asked].sort();
}

/** Each function's errors and each dead-letter queue wake somebody, and so does each alarm. */
export function alarmProblems(template: Template): string[] {
  const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm');
  const watched = (metric: string) =>
    new Set(
      alarms
        .filter(({ properties }) => properties['MetricName'] === metric)
        .flatMap(({ properties }) => listOf(properties['Dimensions']).map((one) => targetOf(valueAt(one, 'Value')))),
    );
  const errors = watched('Errors');
  const depths = watched('ApproximateNumberOfMessagesVisible');
  const unwatched = [
    ...resourcesOf(template, 'AWS::Lambda::Function').filter(({ name }) => !errors.has(name)),
    ...resourcesOf(template, 'AWS::SQS::Queue').filter(
      ({ name, properties }) => properties['RedrivePolicy'] === undefined && !depths.has(name),
    ),
  ];
  return [
    ...unwatched.map(({ name }) => `${name}: no alarm watches it`),
    ...alarms
      .filter(({ properties }) => listOf(properties['AlarmActions']).length === 0)
      .map(({ name }) => `${name}: tells nobody`),
    ...unseen(
      template,
      alarms.map(({ properties }) => `${properties['Namespace']} ${properties['MetricName']}`),
    ),
  ];
}

function unseen(template: Template, metrics: string[]): string[] {
  return resourcesOf(template, 'AWS::Logs::MetricFilter').flatMap(({ name, properties }) =>
    listOf(properties['MetricTransformations'])
      .map((one) => `${valueAt(one, 'MetricNamespace')} ${valueAt(one, 'MetricName')}`)
      .filter((metric) => !metrics.includes(metric))
      .map((metric) => `${name}: no alarm watches ${metric}`),
  );
}
