export * from './AnnotationIndex';
export * from './WebhookDispatcher';
