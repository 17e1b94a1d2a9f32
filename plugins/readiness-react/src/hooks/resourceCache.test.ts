import { ResourceCache } from './resourceCache';

describe('ResourceCache', () => {
  it('keeps values apart by owner', () => {
    const cache = new ResourceCache({ limit: 5 });
    const [one, other] = [{}, {}];
    cache.set(one, 'fleet', 1);
    expect(cache.get(one, 'fleet')).toEqual({ value: 1 });
    expect(cache.get(other, 'fleet')).toBeUndefined();
  });

  it('tells a value of nothing from no value', () => {
    const cache = new ResourceCache({ limit: 5 });
    const owner = {};
    cache.set(owner, 'empty', undefined);
    expect(cache.get(owner, 'empty')).toEqual({ value: undefined });
    expect(cache.get(owner, 'other')).toBeUndefined();
  });

  it('forgets what was stored longest ago', () => {
    const cache = new ResourceCache({ limit: 2 });
    const owner = {};
    cache.set(owner, 'a', 1);
    cache.set(owner, 'b', 2);
    cache.set(owner, 'a', 3);
    cache.set(owner, 'c', 4);
    expect(cache.get(owner, 'b')).toBeUndefined();
    expect(cache.get(owner, 'a')).toEqual({ value: 3 });
    expect(cache.get(owner, 'c')).toEqual({ value: 4 });
  });
});
