export * from './FileTree';
export * from './readFileTree';
export * from './writeFileTree';
