import { githubSchema } from '@airworthy/upstreams';
import { parse, validate } from 'graphql';
import { queries } from './queries';

describe('queries', () => {
  it.each(Object.entries(queries))(
    '%s is what the schema of GitHub allows',
    (_, query) => {
      expect(validate(githubSchema(), parse(query))).toEqual([]);
    },
  );

  it('would be refused where they ask for what is not there', () => {
    const query = queries.STATES_QUERY.replace(
      'hasVulnerabilityAlertsEnabled',
      'hasVulnerabilityAlertsSwitchedOn',
    );
    expect(validate(githubSchema(), parse(query))).not.toEqual([]);
  });
});
