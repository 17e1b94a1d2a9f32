export {
  deleteRows,
  inValues,
  isPostgres,
  toJson,
  updateRows,
  writeRows,
} from '@airworthy/plugin-readiness-node';
export * from './openDatabase';
export * from './tables';
