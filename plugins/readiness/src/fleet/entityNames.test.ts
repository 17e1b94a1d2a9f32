import { fullRef, shortRef } from './entityNames';

describe('entity names', () => {
  it.each([
    ['component:default/cart', 'component', 'cart'],
    ['component:shop/cart', 'component', 'shop/cart'],
    ['api:default/cart', 'component', 'api:cart'],
    ['api:shop/cart', 'component', 'api:shop/cart'],
    ['group:default/data', 'group', 'data'],
    ['user:default/mei', 'group', 'user:mei'],
  ])('makes %s short and full again', (ref, kind, short) => {
    expect(shortRef(ref, kind)).toBe(short);
    expect(fullRef(short, kind)).toBe(ref);
  });

  it('leaves what is no reference as it is', () => {
    expect(shortRef('', 'group')).toBe('');
    expect(shortRef('a:b:c/d/e', 'group')).toBe('a:b:c/d/e');
  });
});
