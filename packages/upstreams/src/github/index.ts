export * from './createGithubHandlers';
export * from './githubVendor';
