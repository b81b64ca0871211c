import type { Config } from '#functions/config.ts';
import { vendorConfig } from '#test/world/vendors.ts';

type Place = { region: string; table: string; dynamodb: string; credentials: NonNullable<Config['credentials']> };

/** The functions' configuration in a life without sockets: a store of its own, and nobody outside who would answer. */
export const lifeConfig = ({ region, table, dynamodb, credentials }: Place): Config => ({
  region,
  table,
  bucket: 'life-media',
  anchorBucket: 'life-anchors',
  evaluateQueueUrl: '',
  deliverQueueUrl: '',
  transcribeQueueUrl: '',
  intakeQueueUrl: '',
  learnQueueUrl: '',
  mediaBaseUrl: '',
  tokenKey: 'life-token-key-life-token-key-000000',
  sealKey: 'life-seal-key-life-seal-key-00000000',
  minimumAppVersion: '0.1.0',
  ...vendorConfig('http://vendors.invalid'),
  endpoints: { dynamodb, s3: 'http://store.invalid' },
  credentials,
});
