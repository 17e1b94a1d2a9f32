export { githubFeature as default } from './feature';
export { readinessModuleGithub } from './module';
export { eventsModuleGithubIngress } from './webhook/ingressModule';
export { GithubSource } from './collect/GithubSource';
export type { GithubSourceOptions } from './collect/GithubSource';
export { queries } from './api/queries';
export * from './config';
