import { knownLabels, readAlertLabelling } from './knownLabels';

const rule = {
  name: 'Slow',
  labels: { severity: 'page', team: '{{ $labels.team }}', region: 'eu' },
};

function labelsAfter(...relabelling: object[]) {
  const yaml = JSON.stringify({
    global: { external_labels: { cluster: 'a', replica: '1' } },
    alerting: { alert_relabel_configs: relabelling },
  });
  return knownLabels(rule, readAlertLabelling(yaml));
}

const ALL = {
  alertname: 'Slow',
  severity: 'page',
  region: 'eu',
  cluster: 'a',
  replica: '1',
};

describe('knownLabels', () => {
  it('knows the name, what the rule sets and the external labels, not templates', () => {
    expect(labelsAfter()).toEqual(ALL);
  });

  it('lets the rule hide an external label', () => {
    const labelling = readAlertLabelling(
      'global: { external_labels: { region: us } }',
    );
    expect(knownLabels(rule, labelling).region).toBe('eu');
  });

  it.each<[object, string[]]>([
    [{ action: 'labeldrop', regex: 'rep.*|nothing' }, ['replica']],
    [
      { action: 'labelkeep', regex: 'alertname|severity' },
      ['region', 'cluster', 'replica'],
    ],
    [{ target_label: 'severity', replacement: 'none' }, ['severity']],
    [{ action: 'lowercase', target_label: 'region' }, ['region']],
    [{ action: 'labelmap', regex: '(.*)' }, Object.keys(ALL)],
    [{ target_label: '${1}' }, Object.keys(ALL)],
    [{ action: 'drop', regex: '.*' }, []],
  ])('after %j doubts %j', (relabelling, doubted) => {
    const expected = Object.fromEntries(
      Object.entries(ALL).filter(([name]) => !doubted.includes(name)),
    );
    expect(labelsAfter(relabelling)).toEqual(expected);
  });

  it('knows nothing external of a configuration that cannot be read', () => {
    expect(knownLabels(rule, readAlertLabelling('global: ['))).toEqual({
      alertname: 'Slow',
      severity: 'page',
      region: 'eu',
    });
  });
});
