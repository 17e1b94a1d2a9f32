export * from './createGithubHandlers';
export * from './githubVendor';
export { githubSchema } from './graphql';
export { LEAKED_SECRET } from './rest';
