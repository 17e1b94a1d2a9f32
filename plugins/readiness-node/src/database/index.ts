export * from './deleteRows';
export * from './inValues';
export * from './isPostgres';
export * from './toJson';
export * from './updateRows';
export * from './writeRows';
