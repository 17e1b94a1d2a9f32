import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import type { TradeoffsService } from './TradeoffsService';
import { tradeoffsServiceRef } from './tradeoffsServiceRef';

describe('tradeoffsServiceRef', () => {
  it('says that nothing is installed where no plugin provides it', async () => {
    let found: TradeoffsService | undefined;
    await startTestBackend({
      features: [
        createBackendPlugin({
          pluginId: 'readiness',
          register(env) {
            env.registerInit({
              deps: {
                tradeoffs: tradeoffsServiceRef,
                logger: coreServices.logger,
              },
              async init({ tradeoffs }) {
                found = tradeoffs;
              },
            });
          },
        }),
      ],
    });
    expect(found?.installed).toBe(false);
    await expect(found?.getAcceptances()).resolves.toEqual([]);
    await expect(found?.getAssumptions()).resolves.toEqual([]);
    await expect(found?.getDesigns(['component:default/a'])).resolves.toEqual(
      [],
    );
    await expect(found?.reportAssumptionStates([])).resolves.toBeUndefined();
  });
});
