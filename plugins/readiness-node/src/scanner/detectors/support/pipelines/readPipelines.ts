import type { DetectorContext } from '../../../Detector';
import { memoizePerContext } from '../memoizePerContext';
import { isWorkflowFile, readWorkflow } from './githubActions';
import { readGitlabCi } from './gitlabCi';
import { readJenkinsfile, readNestedPipeline } from './otherPipelines';
import type { Pipeline, Pipelines } from './types';

/** Pipeline files of systems that are known by name and not read. */
const NOT_READ: readonly RegExp[] = [
  /^bitbucket-pipelines\.ya?ml$/,
  /^\.travis\.ya?ml$/,
  /^\.drone\.ya?ml$/,
  /^\.woodpecker(?:\.ya?ml$|\/)/,
  /^\.buildkite\/.+\.ya?ml$/,
  /^\.tekton\/.+\.ya?ml$/,
  /^cloudbuild\.ya?ml$/,
  /^buildspec\.ya?ml$/,
  /^appveyor\.ya?ml$/,
  /^\.semaphore\/.+\.ya?ml$/,
  /^\.teamcity\//,
  /^Earthfile$/,
];

function readerOf(
  path: string,
): ((context: DetectorContext) => Promise<Pipeline | undefined>) | undefined {
  if (isWorkflowFile(path)) {
    return context => readWorkflow(context, path);
  }
  if (/^\.gitlab-ci\.ya?ml$/.test(path)) {
    return context => readGitlabCi(context, path);
  }
  if (/^\.circleci\/config\.ya?ml$/.test(path)) {
    return context => readNestedPipeline(context, 'CircleCI', path);
  }
  if (
    /^(?:\.azure\/|\.azuredevops\/)?azure-pipelines[^/]*\.ya?ml$/.test(path)
  ) {
    return context => readNestedPipeline(context, 'Azure Pipelines', path);
  }
  if (/(?:^|\/)Jenkinsfile(?:\.[A-Za-z]+)?$/.test(path)) {
    return context => readJenkinsfile(context, path);
  }
  return undefined;
}

/** The pipelines of the service, read once for all detectors. */
export const readPipelines = memoizePerContext(
  async (context: DetectorContext): Promise<Pipelines> => {
    const pipelines: Pipeline[] = [];
    const unread: string[] = [];
    for (const path of context.allFiles) {
      const reader = readerOf(path);
      const pipeline = await reader?.(context);
      if (pipeline) {
        pipelines.push(pipeline);
      } else if (reader || NOT_READ.some(pattern => pattern.test(path))) {
        unread.push(path);
      }
    }
    return { pipelines, unread };
  },
);
