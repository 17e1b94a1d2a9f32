import type { Origin } from '@airworthy/plugin-readiness-common';
import type { Detector, DetectorContext } from '../../Detector';
import {
  type Activity,
  type ActivityFinding,
  findActivity,
} from '../support/pipelines/activities';
import { baseName, extensionOf } from '../support/paths';
import { stringAt } from '../support/values';

const TESTS: Activity = {
  commands: [
    /\b(?:npm|pnpm|bun|yarn)\s+(?:run\s+)?(?:--?[\w=-]{1,40}\s+){0,4}(?:t|test)(?:[:.-][\w:.-]{1,40})?(?:\s|$)/,
    /\b(?:vitest|jest|mocha|ava|karma|rspec|phpunit|pest|pytest|py\.test|tox|nox|gotestsum|ginkgo|ctest|bats)\b/,
    /\b(?:playwright|backstage-cli\s+repo|deno|go|cargo|dotnet|rails|rake|mix|swift|flutter|dart|bazel|bazelisk|sbt|lein|nx|turbo|turbo\s+run|ng|cypress)\s+(?:test|nextest|run-tests|run\s+test)\b/,
    /\bcypress\s+run\b/,
    /\bnode\b[^|;&]{0,100}\s--test\b/,
    /\bpython3?\s+-m\s+(?:unittest|pytest)\b/,
    /\bmanage\.py\s+test\b/,
    /(?:^|[\s/])mvnw?\b[^|;&]{0,200}\s(?:test|verify|install|package|deploy)\b/,
    /(?:^|[\s/])gradlew?\b[^|;&]{0,200}\s:?[\w:-]{0,60}(?:test|check|build)\b/,
    /\bdocker\b[^|;&]{0,100}\bbuild\b[^|;&]{0,200}--target[= ]\w{0,20}test/,
    /\bmake\s+(?:[\w=./-]{1,60}\s+){0,5}(?:test|tests|check|unit-test|unit-tests|test-unit)\b/,
  ],
  uses: [
    /\/workflows\/[\w.-]{0,60}test[\w.-]{0,60}$/i,
    /^(?:cypress-io\/github-action|VSTest|DotNetCoreCLI)$/i,
  ],
  except:
    /no test specified|-DskipTests|-Dmaven\.test\.skip|\s-x\s+:?test\b|^\s*echo\b|\binstall\b[^|;&]{0,60}\b(?:jest|vitest|pytest|playwright)\b|\bplaywright\s+install\b/,
  accepts: step =>
    step.uses !== 'DotNetCoreCLI' || step.with.command === 'test',
};

const BUILDS: Activity = {
  commands: [
    /\b(?:docker|podman|buildah|nerdctl)\b[^|;&]{0,100}\s(?:build|bud|bake)\b/,
    /\b(?:kaniko|executor\s+--context|pack\s+build|ko\s+(?:build|publish|apply)|skaffold\s+build|s2i\s+build|goreleaser|jib:build|jibDockerBuild|nix\s+build|nixpacks\s+build)\b/,
    /\b(?:npm|pnpm|bun|yarn)\s+(?:run\s+)?(?:--?[\w=-]{1,40}\s+){0,4}build(?:[:.-][\w:.-]{1,40})?(?:\s|$)/,
    /\b(?:vite|next|webpack|esbuild|rollup|tsup|ng|nx|go|cargo|dotnet|bazel|bazelisk|poetry|uv|hatch|turbo|turbo\s+run)\s+(?:build|publish)\b/,
    /\bpython3?\s+-m\s+build\b/,
    /(?:^|[\s/])mvnw?\b[^|;&]{0,200}\s(?:package|verify|install|deploy|jib:\w{1,20}|spring-boot:build-image)\b/,
    /(?:^|[\s/])gradlew?\b[^|;&]{0,200}\s:?[\w:-]{0,60}(?:build|assemble|bootJar|bootBuildImage|jib)\b/,
    /\bmake\s+(?:[\w=./-]{1,60}\s+){0,5}(?:build|image|docker|docker-build|package)\b/,
  ],
  uses: [
    /^docker\/(?:build-push-action|bake-action)$/,
    /^(?:redhat-actions\/buildah-build|goreleaser\/goreleaser-action|ko-build\/setup-ko|buildpacks\/github-actions)/,
    /^Docker$/,
    /\/workflows\/[\w.-]{0,60}(?:build|docker|image)[\w.-]{0,60}$/i,
    /Jobs\/Build\.gitlab-ci\.yml$|Auto-DevOps\.gitlab-ci\.yml$/,
  ],
  except: /^\s*echo\b/,
};

const DEPLOYS: Activity = {
  commands: [
    /\bkubectl\b[^|;&]{0,200}\s(?:apply|replace|set\s+image|patch|rollout\s+restart)\b/,
    /\bhelm(?:file)?\b[^|;&]{0,100}\s(?:upgrade|install|apply|sync)\b/,
    /\bkustomize\s+edit\s+set\s+image\b/,
    /\bargocd\s+app\s+(?:sync|set|create)\b/,
    /\bflux\s+(?:reconcile|create)\b/,
    /\b(?:skaffold\s+(?:run|deploy)|kapp\s+deploy|werf\s+converge|kubecfg\s+update|tanka?\s+apply|tk\s+apply)\b/,
    /\b(?:terraform|tofu|terragrunt)\b[^|;&]{0,100}\sapply\b/,
    /\b(?:pulumi\s+up|cdk\s+deploy|sls\s+deploy|serverless\s+deploy|sam\s+deploy|copilot\s+(?:svc\s+)?deploy|ansible-playbook|nomad\s+job\s+run|cf\s+push|flyctl\s+deploy|fly\s+deploy|vercel\b[^|;&]{0,60}--prod|netlify\s+deploy|wrangler\s+deploy|eb\s+deploy|kamal\s+deploy|cap\s+production\s+deploy)\b/,
    /\bgcloud\b[^|;&]{0,100}\s(?:deploy|update-traffic)\b/,
    /\baws\s+(?:ecs\s+update-service|ecs\s+deploy|deploy\s+create-deployment|lambda\s+update-function-code|cloudformation\s+deploy)\b/,
    /\baz\s+(?:webapp|containerapp|functionapp)\b[^|;&]{0,60}\s(?:deploy|deployment|update|up)\b/,
    /\b(?:npm|pnpm|bun|yarn)\s+(?:run\s+)?deploy\b/,
    /\bmake\s+(?:[\w=./-]{1,60}\s+){0,5}(?:deploy|release-production|rollout)\b/,
  ],
  uses: [
    /^(?:azure\/k8s-deploy|azure\/webapps-deploy|azure\/aks-set-context|aws-actions\/amazon-ecs-deploy-task-definition|google-github-actions\/deploy-[\w-]{1,40}|superfly\/flyctl-actions|cloudflare\/wrangler-action|pulumi\/actions|deliverybot\/helm|akhileshns\/heroku-deploy)/i,
    /^(?:KubernetesManifest|HelmDeploy|AzureWebApp|AzureContainerApps|KubernetesDeploy)$/i,
    /\/workflows\/[\w.-]{0,60}deploy[\w.-]{0,60}$/i,
    /Jobs\/Deploy\.gitlab-ci\.yml$|Auto-DevOps\.gitlab-ci\.yml$/,
  ],
  except: /^\s*echo\b|--dry-run|\brollout\s+undo\b/,
};

/**
 * `ci.runsTests`, `pipeline.builds` and `pipeline.deploys`, from the pipeline
 * files of the repository and from the objects of Argo CD and Flux in it.
 */
export const pipelinesDetector: Detector = {
  name: 'pipelines',
  facts: ['ci.runsTests', 'pipeline.builds', 'pipeline.deploys'],
  async detect(context) {
    state(
      context,
      'ci.runsTests',
      await findActivity(context, TESTS, { everyChange: true }),
      'runs the tests of every change',
    );
    state(
      context,
      'pipeline.builds',
      await findActivity(context, BUILDS),
      'builds the service',
    );
    await stateDeploys(context);
  },
};

function state(
  context: DetectorContext,
  fact: string,
  finding: ActivityFinding,
  does: string,
): void {
  if (finding.origin) {
    context.fact(fact, true, finding.origin);
  } else if (finding.undecided !== undefined) {
    context.gap(
      fact,
      `no pipeline step is seen that ${does}, and ${finding.undecided}`,
    );
  } else {
    context.fact(fact, false);
  }
}

async function stateDeploys(context: DetectorContext): Promise<void> {
  const gitOps = await findGitOps(context);
  if (gitOps) {
    context.fact('pipeline.deploys', true, gitOps);
    return;
  }
  const finding = await findActivity(context, DEPLOYS);
  const elsewhere =
    !finding.origin &&
    finding.undecided === undefined &&
    !finding.withoutPipeline &&
    context.objects.length > 0;
  if (elsewhere) {
    context.gap(
      'pipeline.deploys',
      'the manifests are here, but no pipeline step applies them and no Argo CD or Flux object names them: annotate the entity with argocd/app-name where Argo CD does',
    );
    return;
  }
  state(context, 'pipeline.deploys', finding, 'deploys the service');
}

function isGitOps(apiVersion: string, kind: string): boolean {
  return (
    (apiVersion.startsWith('argoproj.io/') &&
      ['Application', 'ApplicationSet'].includes(kind)) ||
    (apiVersion.startsWith('kustomize.toolkit.fluxcd.io/') &&
      kind === 'Kustomization') ||
    (apiVersion.startsWith('helm.toolkit.fluxcd.io/') && kind === 'HelmRelease')
  );
}

/** The object or the annotation by which Argo CD or Flux deploys the service. */
async function findGitOps(
  context: DetectorContext,
): Promise<Origin | undefined> {
  const object = context.objects.find(({ apiVersion, kind }) =>
    isGitOps(apiVersion, kind),
  );
  if (object) {
    return object.origin;
  }
  const mayBe = context.files.filter(
    path =>
      ['yaml', 'yml'].includes(extensionOf(path)) &&
      /argo|flux|gitops|application|helmrelease/i.test(path) &&
      !/^catalog-info/.test(baseName(path)),
  );
  for (const path of mayBe) {
    for (const document of (await context.documents(path)) ?? []) {
      if (
        isGitOps(
          stringAt(document.value, 'apiVersion') ?? '',
          stringAt(document.value, 'kind') ?? '',
        )
      ) {
        return { file: path, line: document.lineOf([]) };
      }
    }
  }
  if (
    context.entity.annotations['argocd/app-name'] ||
    context.entity.annotations['argocd/app-selector']
  ) {
    return {
      file: context.allFiles.find(path =>
        /^catalog-info\.ya?ml$/.test(baseName(path)),
      ),
    };
  }
  return undefined;
}
