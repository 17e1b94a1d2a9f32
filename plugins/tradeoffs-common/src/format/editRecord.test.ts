import fc from 'fast-check';
import { editRecord } from './editRecord';
import { parseRecord } from './parseRecord';

const FILE = `---
# who decides
status: "proposed" # for now
date: 2026-03-14
airworthy:
  schemaVersion: 1
  # why
  accepts:
    - check: replicas
      until: 2026-09-14
  entityRefs: [ 'component:default/a' ]
other:   kept   
---
# Title

Body
`;

describe('editRecord', () => {
  it('changes one key and no other byte', () => {
    expect(
      editRecord(FILE, { edits: [{ path: ['status'], value: 'accepted' }] }),
    ).toBe(FILE.replace('status: "proposed" # for now', 'status: accepted'));
  });

  it('leaves the file alone where nothing changes', () => {
    expect(
      editRecord(FILE, {
        edits: [
          { path: ['status'], value: 'proposed' },
          {
            path: ['airworthy', 'accepts'],
            value: [{ check: 'replicas', until: '2026-09-14' }],
          },
        ],
        body: '# Title\n\nBody\n',
      }),
    ).toBe(FILE);
  });

  it('changes, adds and takes out a nested key', () => {
    const changed = editRecord(FILE, {
      edits: [
        { path: ['airworthy', 'accepts'], value: [{ check: 'spread' }] },
        { path: ['airworthy', 'id'], value: 'a-1' },
      ],
    });
    expect(parseRecord({ file: 'a.md', text: changed }).record).toMatchObject({
      id: 'a-1',
      accepts: [{ check: 'spread' }],
      entityRefs: ['component:default/a'],
    });
    expect(changed).toContain('  # why\n');
    expect(changed).toContain("  entityRefs: [ 'component:default/a' ]\n");
    expect(
      editRecord(changed, {
        edits: [{ path: ['airworthy', 'id'], value: undefined }],
      }),
    ).not.toContain('a-1');
  });

  it('gives front matter to a record that has none', () => {
    expect(
      editRecord('# T\n', { edits: [{ path: ['status'], value: 'draft' }] }),
    ).toBe('---\nstatus: draft\n---\n# T\n');
  });

  it('keeps the line ends of the file', () => {
    expect(
      editRecord('---\r\nstatus: draft\r\n---\r\n# T\r\n', {
        edits: [{ path: ['status'], value: 'accepted' }],
      }),
    ).toBe('---\r\nstatus: accepted\r\n---\r\n# T\r\n');
  });

  it('is read back as what was set, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom('\n', '\r\n'),
        (rationale, newline) => {
          const text = FILE.replaceAll('\n', newline);
          const edited = editRecord(text, {
            edits: [
              {
                path: ['airworthy', 'tradeoffs'],
                value: [{ axis: 'cost-availability', position: 1, rationale }],
              },
            ],
          });
          const { record } = parseRecord({ file: 'a.md', text: edited });
          // YAML folds line ends to LF when it reads.
          expect(record?.tradeoffs[0].rationale).toBe(rationale);
          expect(record?.body).toBe(
            `# Title${newline}${newline}Body${newline}`,
          );
        },
      ),
    );
  });
});
