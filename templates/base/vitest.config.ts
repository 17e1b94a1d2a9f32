import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Drills boot whole instances; a laptop under load needs its time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { LOG_LEVEL: 'fatal' },
    include: ['{src,test}/**/*.test.{ts,tsx}', 'ui/**/*.test.tsx'],
  },
});
