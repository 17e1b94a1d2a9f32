import { anchorsOf, readMarkdown } from './markdown';

describe('anchorsOf', () => {
  it.each([
    ['Slow database', ['slow-database']],
    ['Dead-lettered captures', ['dead-lettered-captures']],
    ['Read & write', ['read--write', 'read-write']],
    ['Über uns?', ['über-uns']],
  ])('%s', (text, anchors) => {
    expect(anchorsOf(text)).toEqual(anchors);
  });
});

describe('readMarkdown', () => {
  it('reads front matter, headings and anchors, and leaves code aside', () => {
    const page = readMarkdown(`---
last_reviewed_on: 2026-10-19
---

# Runbook: \`payments-api\`

Errors
------

\`\`\`sh
# not a heading
\`\`\`

## Errors
## Named {#by-hand}
<a id="placed"></a>
`);

    expect(page.frontMatter).toEqual({ last_reviewed_on: '2026-10-19' });
    expect(page.headings).toEqual([
      { depth: 1, text: 'Runbook: payments-api', line: 5 },
      { depth: 2, text: 'Errors', line: 7 },
      { depth: 2, text: 'Errors', line: 14 },
      { depth: 2, text: 'Named', line: 15 },
    ]);
    expect([...page.anchors]).toEqual([
      'runbook-payments-api',
      'errors',
      'errors-1',
      'errors_1',
      'by-hand',
      'named',
      'placed',
    ]);
    expect(page.code).toEqual([{ line: 11, text: '# not a heading' }]);
  });

  it('reads on behind front matter that does not parse', () => {
    const page = readMarkdown('---\na: [\n---\n# Title\n');
    expect(page.frontMatter).toEqual({});
    expect(page.headings).toHaveLength(1);
  });
});
