import { testEntity } from '@airworthy/plugin-readiness-node/testUtils';
import { selectEntity } from './EntitySelector';
import { missingLink, refuseLink } from './linkEntity';

function select(annotations: Record<string, string>, kind = 'Component') {
  return selectEntity(testEntity('cards', annotations, kind), 'service');
}

describe('selectEntity', () => {
  it('joins components by their name unless told', () => {
    expect(select({})).toMatchObject({
      labels: [['service', 'cards']],
      ruleNames: [],
      annotated: false,
    });
    expect(select({}, 'System').labels).toEqual([]);
  });

  it('reads labels and names of rules', () => {
    expect(
      select({
        'prometheus.io/labels': 'app=cards, team = "payments",',
        'prometheus.io/rule': 'CardsDown|instance, CardsSlow',
        'prometheus.io/alert': 'all,CardsDown',
      }),
    ).toMatchObject({
      labels: [
        ['app', 'cards'],
        ['team', 'payments'],
      ],
      ruleNames: ['CardsDown', 'CardsSlow'],
      annotated: true,
    });
  });

  it.each(['', 'cards', 'app=cards,team'])(
    'says that the labels "%s" cannot be read',
    labels => {
      const selector = select({ 'prometheus.io/labels': labels });
      expect(refuseLink(selector, 'eu')).toEqual({
        status: 'not-found',
        message: expect.stringContaining('name=value'),
      });
    },
  );

  it('leaves an entity to the server that it names', () => {
    const selector = select({ 'prometheus.io/service-name': 'us' });
    expect(refuseLink(selector, 'us')).toBeUndefined();
    expect(refuseLink(selector, 'eu')?.status).toBe('not-linked');
  });
});

describe('missingLink', () => {
  it('tells an annotation that leads nowhere from none', () => {
    expect(missingLink(select({}), 'rule')).toEqual({
      status: 'not-linked',
      message: expect.stringContaining('service="cards"'),
    });
    expect(
      missingLink(select({ 'prometheus.io/rule': 'CardsDown' }), 'rule'),
    ).toEqual({
      status: 'not-found',
      message: 'No rule carries service="cards" or is called CardsDown.',
    });
  });
});
