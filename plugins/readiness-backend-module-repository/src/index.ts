export { readinessModuleRepository as default } from './module';
