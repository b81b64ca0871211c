import { Secret, TOTP } from 'otpauth';
import type { Totp } from '#functions/ports/access.ts';

const period = 30;
/** What every authenticator app takes; some ignore anything else that a QR code says. */
const usual = { algorithm: 'SHA1', digits: 6, period } as const;
const secretBytes = 20;

export const otpauthTotp = (): Totp => ({
  newSecret: () => new Secret({ size: secretBytes }).base32,
  uri: (secret, { issuer, name }) =>
    new TOTP({ ...usual, issuer, label: name, secret: Secret.fromBase32(secret) }).toString(),
  stepOf(secret, code, now) {
    const timestamp = now.getTime();
    const off = new TOTP({ ...usual, secret: Secret.fromBase32(secret) }).validate({
      token: code,
      timestamp,
      window: 1,
    });
    return off === null ? undefined : Math.floor(timestamp / 1000 / period) + off;
  },
});
