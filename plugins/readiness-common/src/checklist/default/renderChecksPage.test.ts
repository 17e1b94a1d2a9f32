import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FactRegistry } from '../../facts/FactRegistry';
import { compileChecklist } from '../compileChecklist';
import { defaultChecklist } from './defaultChecklist';
import { sourcesOfEveryKind } from './fixtures/toEvaluationInput';
import { renderChecksPage } from './renderChecksPage';

const PAGE = resolve(__dirname, '../../../../../docs/checks.md');

describe('docs/checks.md', () => {
  const registry = FactRegistry.create();
  const page = renderChecksPage(
    compileChecklist(defaultChecklist, {
      registry,
      sources: sourcesOfEveryKind(registry),
    }),
  );

  it('is what the data says (yarn workspace @airworthy/plugin-readiness-common docs:checks writes it)', () => {
    if (process.env.UPDATE_DOCS) {
      writeFileSync(PAGE, page);
    }
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
  });

  it('has a row for every check, with its facts and sources', () => {
    for (const id of Object.keys(defaultChecklist.checks)) {
      expect(page).toMatch(
        new RegExp(
          `^\\| \`${id}\` \\| (Bronze|Silver|Gold) \\|( [^|]+ \\|){4} `,
          'm',
        ),
      );
    }
  });

  it('says what a tier changes', () => {
    expect(page).toContain(
      'at least 2, for tier 3<br>`minimum`: 2; 3 for tier 1',
    );
  });
});
