import { readPromql } from './promql';

describe('readPromql', () => {
  it('names the metrics and the conditions on labels', () => {
    expect(
      readPromql(
        'sum(rate(http_requests_total{service="payments-api", status=~"5.."}[5m])) / sum(rate({__name__="http_all"}[5m])) > 0.01',
      ),
    ).toEqual({
      valid: true,
      metrics: ['http_requests_total', 'http_all'],
      matchers: [
        { label: 'service', operator: '=', value: 'payments-api' },
        { label: 'status', operator: '=~', value: '5..' },
        { label: '__name__', operator: '=', value: 'http_all' },
      ],
    });
  });

  it.each(['', 'sum(rate(x[5m])', 'a{b="c"', 'up == 0 or', 'up = 0'])(
    'refuses %p',
    expression => {
      expect(readPromql(expression).valid).toBe(false);
    },
  );

  it('reads quoted metric names', () => {
    expect(readPromql('{"http.requests", job="a"} > 1')).toMatchObject({
      valid: true,
      metrics: ['http.requests'],
    });
  });
});
