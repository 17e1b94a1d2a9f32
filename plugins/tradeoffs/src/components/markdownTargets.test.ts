import { imageTarget, linkTarget } from './markdownTargets';

const fileUrl =
  'https://git.example.com/payments/blob/main/docs/decisions/0007.md';

describe('linkTarget', () => {
  /* eslint-disable no-script-url -- what must lead nowhere */
  it.each([
    '',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://git.example.com/1',
  ])('leads nowhere for %j', target => {
    expect(linkTarget(target, { fileUrl })).toEqual({ kind: 'none' });
  });
  /* eslint-enable no-script-url */

  it('keeps what is allowed', () => {
    expect(linkTarget('https://example.com/a?b=c#d', {})).toEqual({
      kind: 'url',
      url: 'https://example.com/a?b=c#d',
    });
    expect(linkTarget('mailto:ops@example.com', {})).toEqual({
      kind: 'url',
      url: 'mailto:ops@example.com',
    });
  });

  it('leads from the file of the record, or nowhere without one', () => {
    expect(linkTarget('../load.md', { fileUrl })).toEqual({
      kind: 'url',
      url: 'https://git.example.com/payments/blob/main/docs/load.md',
    });
    expect(linkTarget('../load.md', {})).toEqual({ kind: 'none' });
  });

  it('leads to the record where the target is one', () => {
    const links = [{ target: '0003-one-zone.md', recordId: 'r3' }];
    expect(linkTarget('0003-one-zone.md#context', { links })).toEqual({
      kind: 'record',
      id: 'r3',
    });
  });
});

describe('imageTarget', () => {
  it('allows http and https alone', () => {
    expect(imageTarget('https://example.com/a.png', {})).toEqual({
      kind: 'url',
      url: 'https://example.com/a.png',
    });
    expect(imageTarget('mailto:ops@example.com', {})).toEqual({ kind: 'none' });
    expect(imageTarget('data:image/svg+xml,<svg/>', {})).toEqual({
      kind: 'none',
    });
  });
});
