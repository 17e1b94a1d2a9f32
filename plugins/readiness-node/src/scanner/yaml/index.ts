export * from './LocatedNode';
export * from './parseYaml';
