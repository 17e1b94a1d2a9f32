import { editUrlOf } from './editUrlOf';

describe('editUrlOf', () => {
  it.each([
    [
      {
        'backstage.io/edit-url': 'https://git.example.com/edit/catalog.yaml',
        'backstage.io/managed-by-location': 'url:https://git.example.com/x',
      },
      'https://git.example.com/edit/catalog.yaml',
    ],
    [
      {
        'backstage.io/managed-by-location':
          'url:https://git.example.com/catalog.yaml',
      },
      'https://git.example.com/catalog.yaml',
    ],
    [
      { 'backstage.io/managed-by-location': 'file:/srv/catalog.yaml' },
      undefined,
    ],
    [{ 'backstage.io/edit-url': 'data:text/html,hello' }, undefined],
    [{}, undefined],
  ])('of %j', (annotations: Record<string, string>, expected) => {
    expect(editUrlOf(annotations)).toBe(expected);
  });
});
