import { parseRouteTree } from './RouteTree';

describe('parseRouteTree', () => {
  it('gives children the receiver of their parent, and reads all kinds of matchers', () => {
    const { root } = parseRouteTree(`
global: {}
route:
  receiver: everyone
  group_by: ['...']
  routes:
    - match: { code: 500 }
      match_re: { team: 'a|b' }
      matchers: ['x="y", z!~"q"']
      continue: yes
      routes:
    - receiver: ''
      matchers:
`);
    expect(root).toMatchObject({
      receiver: 'everyone',
      matchers: [],
      continue: false,
    });
    expect(root.routes).toMatchObject([
      {
        receiver: 'everyone',
        continue: true,
        routes: [],
        matchers: [
          { name: 'code', operator: '=', value: '500' },
          { name: 'team', operator: '=~', value: 'a|b' },
          { name: 'x', operator: '=', value: 'y' },
          { name: 'z', operator: '!~', value: 'q' },
        ],
      },
      { receiver: 'everyone', continue: false, matchers: [] },
    ]);
  });

  it('knows which receivers notify nobody', () => {
    const { notifying } = parseRouteTree(`
route: { receiver: nobody }
receivers:
  - name: nobody
  - name: empty
    webhook_configs: []
  - name: pager
    pagerduty_configs: [{ routing_key: <secret> }]
`);
    expect([...notifying]).toEqual(['pager']);
  });

  it.each([
    ['route: [', 'no YAML'],
    ['receivers: []', 'no readable route: route'],
    ['route: { matchers: x }', 'no readable route: route.matchers'],
    ['route: { routes: [{ matchers: ["=="] }] }', 'matcher "=="'],
  ])('names what it cannot understand in %s', (yaml, problem) => {
    expect(() => parseRouteTree(yaml)).toThrow(problem);
  });

  it('does not quote the configuration in an error', () => {
    expect(() =>
      parseRouteTree('route:\n  key: hunter2\n bad: "hunter2'),
    ).not.toThrow(/hunter2/);
  });
});
