export * from './executeGithubQuery';
export * from './githubSchema';
