export * from './AlertStore';
export * from './DeploymentsReader';
export * from './DeploymentSource';
export * from './DeploymentStore';
export * from './IncidentStore';
export * from './LiveEvidence';
export * from './LiveRecorder';
