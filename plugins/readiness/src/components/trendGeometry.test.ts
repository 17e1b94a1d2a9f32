import { trendGeometry, type PassPoint } from './trendGeometry';

const points: PassPoint[] = [
  { at: '2026-11-01T00:00:00Z', pass: 44, applicable: 57 },
  { at: '2026-11-02T00:00:00Z', pass: 44, applicable: 60 },
  { at: '2026-11-03T00:00:00Z', pass: 52, applicable: 60 },
];
const size = { width: 200, height: 80 };

describe('trendGeometry', () => {
  it('moves in steps, never along a slope', () => {
    const { pass, applicable } = trendGeometry(points, size);
    expect(`${pass}${applicable}`).not.toMatch(/[LC]/);
    expect(pass.match(/H/g)).toHaveLength(2);
  });

  it('spans the plane from the first moment to the last', () => {
    const geometry = trendGeometry(points, size);
    expect(geometry.x(points[0].at)).toBe(0);
    expect(geometry.x(points[1].at)).toBe(100);
    expect(geometry.end.x).toBe(200);
  });

  it('keeps every value between its outer lines', () => {
    const { ticks, end } = trendGeometry(points, size);
    expect(ticks[0].value).toBeLessThanOrEqual(44);
    expect(ticks[ticks.length - 1].value).toBeGreaterThanOrEqual(60);
    expect(ticks.length).toBeLessThanOrEqual(5);
    expect(end.pass).toBeGreaterThan(end.applicable);
  });

  it('draws a service on which nothing ever changed', () => {
    const flat = points.map(point => ({ ...point, pass: 5, applicable: 5 }));
    const { pass, ticks } = trendGeometry(flat, size);
    expect(pass).not.toContain('NaN');
    expect(ticks.length).toBeGreaterThan(1);
  });
});
