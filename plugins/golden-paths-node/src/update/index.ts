export * from './BirthCertificate';
export * from './GitOriginals';
export * from './listDrift';
export * from './pendingMigrations';
export * from './planUpdate';
export * from './TemplateHistory';
