import { describe, expect, it } from 'vitest';
import {
  callbackSignature,
  decryptCallback,
  encryptCallback,
  isCallbackSignature,
} from '#functions/adapters/wechat/crypto.ts';

// WeChat's documentation, "message push" in safe mode (developers.weixin.qq.com, push/encryption).
const wechat = { token: 'AAAAA', encodingAesKey: 'A'.repeat(43), receiver: 'wxba5fad812f8e6fb9' };
const wechatEncrypt =
  '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=';

// WeCom's documentation, "encryption and decryption" (developer.work.weixin.qq.com/document/path/90968).
const wecom = {
  token: 'QDG6eK',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  receiver: 'wx5823bf96d3bd56c7',
};
const wecomEncrypt =
  'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==';

describe('callback crypto', () => {
  it('reproduces WeChat’s signatures', () => {
    const plain = { token: 'AAAAA', timestamp: '1714037059', nonce: '486452656' };
    expect(callbackSignature(plain)).toBe('899cf89e464efb63f54ddac96b0a0a235f53aa78');
    const safe = { token: 'AAAAA', timestamp: '1714112445', nonce: '415670741', encrypted: wechatEncrypt };
    expect(isCallbackSignature('046e02f8204d34f8ba5fa3b1db94908f3df2e9b3', safe)).toBe(true);
    expect(isCallbackSignature('046e02f8204d34f8ba5fa3b1db94908f3df2e9b3', { ...safe, nonce: '1' })).toBe(false);
    expect(isCallbackSignature('', safe)).toBe(false);
  });

  it('reads WeChat’s event and writes its answer', () => {
    const event = decryptCallback(wechat, wechatEncrypt);
    expect(event.ok && JSON.parse(event.value)).toEqual({
      ToUserName: 'gh_97417a04a28d',
      FromUserName: 'o9AgO5Kd5ggOC-bXrbNODIiE3bGY',
      CreateTime: 1714112445,
      MsgType: 'event',
      Event: 'debug_demo',
      debug_str: 'hello world',
    });
    expect(encryptCallback(wechat, '{"demo_resp":"good luck"}', Buffer.from('707722b803182950'))).toBe(
      'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==',
    );
  });

  it('reads WeCom’s message and its verification', () => {
    const signed = { token: wecom.token, timestamp: '1409659813', nonce: '1372623149', encrypted: wecomEncrypt };
    expect(callbackSignature(signed)).toBe('477715d11cdb4164915debcba66cb864d751f3e6');
    const message = decryptCallback(wecom, wecomEncrypt);
    expect(message.ok && message.value).toContain('<Content><![CDATA[hello]]></Content>');

    const echostr = 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==';
    const verified = { token: wecom.token, timestamp: '1409659589', nonce: '263014780', encrypted: echostr };
    expect(callbackSignature(verified)).toBe('5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3');
    expect(decryptCallback(wecom, echostr)).toEqual({ ok: true, value: '1616140317555161061' });
  });

  it('reads what it wrote, of any length', () => {
    for (const message of ['', '你', 'x'.repeat(31), '面聊'.repeat(500)]) {
      expect(decryptCallback(wecom, encryptCallback(wecom, message))).toEqual({ ok: true, value: message });
    }
  });

  it('refuses another receiver, another key and a damaged text', () => {
    expect(decryptCallback({ ...wechat, receiver: 'wx-other' }, wechatEncrypt)).toEqual({
      ok: false,
      error: 'foreign_receiver',
    });
    for (const encrypted of ['', 'AAAA', wechatEncrypt.slice(0, 100), wechatEncrypt.slice(0, 64)]) {
      expect(decryptCallback(wechat, encrypted).ok).toBe(false);
    }
    expect(decryptCallback({ ...wechat, encodingAesKey: wecom.encodingAesKey }, wechatEncrypt).ok).toBe(false);
    expect(decryptCallback({ ...wechat, encodingAesKey: 'short' }, wechatEncrypt).ok).toBe(false);
  });
});
