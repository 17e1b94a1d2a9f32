export * from './describeIfInstalled';
export * from './eventually';
export * from './freePort';
export * from './findShapeProblems';
