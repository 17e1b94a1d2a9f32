import { sealText, unsealText } from './sealText';

describe('sealText', () => {
  const text = 'password '.repeat(1000);

  it('is read under the same secret alone, and is small', async () => {
    const sealed = await sealText(text, 'one');
    expect(await unsealText(sealed, 'one')).toBe(text);
    expect(await unsealText(sealed, 'two')).toBeUndefined();
    expect(sealed.length).toBeLessThan(text.length / 10);
    expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain(
      'password',
    );
  });

  it('is not read after it was changed', async () => {
    const bytes = Buffer.from(await sealText(text, 'one'), 'base64');
    bytes[40] = bytes[40] === 0 ? 1 : 0;
    expect(await unsealText(bytes.toString('base64'), 'one')).toBeUndefined();
    expect(await unsealText('', 'one')).toBeUndefined();
  });

  it('differs each time', async () => {
    expect(await sealText(text, 'one')).not.toBe(await sealText(text, 'one'));
  });
});
