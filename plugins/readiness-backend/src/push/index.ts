export * from './PushedEvidence';
export * from './PushReceiver';
export * from './PushStore';
export * from './readCdEvent';
export * from './SignedRequests';
export * from './types';
