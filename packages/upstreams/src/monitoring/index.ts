export * from './startMonitoring';
export * from './SupervisedProgram';
export * from './isInstalled';
