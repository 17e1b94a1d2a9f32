export * from './types';
export { defaultChecklist } from './default/defaultChecklist';
