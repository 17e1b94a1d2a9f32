import { createHmac } from 'node:crypto';
import { verifySignature } from './verifySignature';

const body = Buffer.from('{"a":1}');

function sign(secret: string, text: Buffer = body): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

describe('verifySignature', () => {
  it('names the secret that signed, among old and new', () => {
    const secrets = ['new', 'old'];
    expect(verifySignature({ body, signature: sign('old'), secrets })).toBe(
      'old',
    );
    expect(
      verifySignature({
        body,
        signature: sign('new').toUpperCase(),
        secrets,
      }),
    ).toBe('new');
  });

  it.each([
    ['another secret', sign('other')],
    ['another body', sign('secret', Buffer.from('{"a":2}'))],
    ['a cut signature', sign('secret').slice(0, 62)],
    ['no hexadecimal', 'x'.repeat(64)],
    ['nothing', undefined],
    ['an empty one', ''],
  ])('refuses %s', (_, signature) => {
    expect(
      verifySignature({ body, signature, secrets: ['secret'] }),
    ).toBeUndefined();
  });

  it('takes an empty secret for none', () => {
    expect(
      verifySignature({ body, signature: sign(''), secrets: [''] }),
    ).toBeUndefined();
  });
});
