export * from './GoldenPath';
export { readGoldenPath, PATH_FILE, TEMPLATE_FILE } from './readGoldenPath';
export type { LoadedGoldenPath } from './readGoldenPath';
export * from './TemplateFolders';
