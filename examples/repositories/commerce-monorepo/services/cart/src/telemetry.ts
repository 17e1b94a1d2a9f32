import { NodeSDK } from '@opentelemetry/sdk-node';

new NodeSDK({ serviceName: 'cart' }).start();
