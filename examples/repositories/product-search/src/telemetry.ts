import { getNodeAutoInstrumentations } from '@opentelemetry/auto-instrumentations-node';
import { NodeSDK } from '@opentelemetry/sdk-node';

new NodeSDK({ serviceName: 'product-search', instrumentations: [getNodeAutoInstrumentations()] }).start();
