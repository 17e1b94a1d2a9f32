import { scanDocuments, workload } from '../../testing/workloadText';

describe('images', () => {
  it.each([
    ['app', false],
    ['app:latest', false],
    ['host:5000/app', false],
    ['host:5000/app:v1', true],
    ['app@sha256:0123', true],
    ['app:latest@sha256:0123', true],
  ])('image %s is pinned: %s', async (image, pinned) => {
    const harness = await scanDocuments(
      workload().replace('app:v1', `"${image}"`),
    );
    expect(harness.object('Deployment//app').unpinnedImages).toEqual(
      pinned ? [] : [image],
    );
  });
});
