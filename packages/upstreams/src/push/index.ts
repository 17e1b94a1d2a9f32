export * from './demoJobs';
export * from './JobReporter';
