import type { AttestableFact } from '@airworthy/plugin-readiness-common';
import { newDraft, readAttestation } from './attestationDraft';

const NOW = Date.parse('2026-11-23T15:00:00Z');
const REF = 'component:default/payments-api';

function fact(type: AttestableFact['type']): AttestableFact {
  return { fact: 'drill.lastAt', type, description: 'When it was.' };
}

function read(type: AttestableFact['type'], value: string) {
  const draft = {
    ...newDraft(fact(type), NOW),
    value,
    url: 'https://docs.example.com/drill',
  };
  return readAttestation(REF, draft, NOW);
}

describe('readAttestation', () => {
  it.each<[AttestableFact['type'], string, unknown]>([
    ['bool', 'true', true],
    ['bool', 'false', false],
    ['int', ' 12 ', 12],
    ['double', '1.5', 1.5],
    ['string', ' blue-green ', 'blue-green'],
    ['strings', 'eu-1, eu-2,', ['eu-1', 'eu-2']],
    ['timestamp', '2026-11-20', '2026-11-20T00:00:00.000Z'],
  ])('reads a value of type %s from "%s"', (type, typed, value) => {
    expect(read(type, typed)).toMatchObject({ request: { value } });
  });

  it.each<[AttestableFact['type'], string, string]>([
    ['int', '1.5', 'whole'],
    ['int', '', 'whole'],
    ['double', 'much', 'number'],
    ['double', '', 'number'],
    ['string', '  ', 'value'],
    ['strings', ' , ', 'value'],
    ['timestamp', '', 'date'],
  ])('refuses as %s "%s"', (type, typed, problem) => {
    expect(read(type, typed)).toEqual({ problems: { value: problem } });
  });

  it('sends what was typed, to the end of the last day', () => {
    const draft = {
      ...newDraft(fact('bool'), NOW),
      url: ' https://docs.example.com/drill ',
      note: ' with risk ',
      until: '2026-12-01',
    };
    expect(readAttestation(REF, draft, NOW)).toEqual({
      request: {
        entityRef: REF,
        fact: 'drill.lastAt',
        value: true,
        url: 'https://docs.example.com/drill',
        note: 'with risk',
        expiresAt: '2026-12-01T23:59:59.000Z',
      },
    });
  });

  it('wants a link of the web and a day that is not over', () => {
    const draft = newDraft(fact('bool'), NOW);
    expect(
      readAttestation(
        REF,
        { ...draft, url: 'ftp://example.com', until: '2026-11-22' },
        NOW,
      ),
    ).toEqual({ problems: { url: 'url', until: 'until' } });
  });

  it('offers half a year', () => {
    expect(newDraft(fact('bool'), NOW).until).toBe('2027-05-22');
  });
});
