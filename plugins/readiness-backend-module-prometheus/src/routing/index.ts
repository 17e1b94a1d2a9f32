export * from './resolveRoutes';
export * from './RouteTree';
