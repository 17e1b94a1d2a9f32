import type { Detector, DetectorContext } from '../Detector';
import { type Activity, findActivity } from './support/pipelines/activities';
import { readUpdateBots } from './updateBot';
import { readTerraform } from './support/terraform';

const IMAGE_SCANS: Activity = {
  commands: [
    /\btrivy\b[^|;&]{0,100}\s(?:image|i)\s/,
    /\bgrype\s+(?!dir:|sbom:|\.)[\w$"'{-]/,
    /\bsnyk\s+container\s+(?:test|monitor)\b/,
    /\bdocker\s+scout\s+(?:cves|quickview|compare)\b/,
    /\b(?:twistcli\s+images\s+scan|wizcli\s+docker\s+scan|jf\s+docker\s+scan|clair-scanner|sysdig-cli-scanner|anchore-cli\s+image)\b/,
    /\bgcloud\s+artifacts\s+docker\s+images\s+scan\b/,
  ],
  uses: [
    /^aquasecurity\/trivy-action$/,
    /^anchore\/scan-action$/,
    /^snyk\/actions\/docker$/,
    /^docker\/scout-action$/,
    /^(?:azure\/container-scan|sysdiglabs\/scan-action|crazy-max\/ghaction-container-scan|phonito\/phonito-scanner-action|lacework\/lw-scanner-action)$/i,
    /Container-Scanning\.(?:latest\.)?gitlab-ci\.yml$/,
    /^trivy$/i,
  ],
  accepts: step =>
    step.uses === 'aquasecurity/trivy-action'
      ? ['', 'image'].includes(step.with['scan-type'] ?? '')
      : step.uses !== 'anchore/scan-action' || Boolean(step.with.image),
};

const DEPENDENCY_SCANS: Activity = {
  commands: [
    /\b(?:npm|pnpm|bun)\s+audit\b/,
    /\byarn\s+(?:npm\s+)?audit\b/,
    /\b(?:audit-ci|better-npm-audit|osv-scanner|govulncheck|pip-audit|bundler-audit|nancy\s+sleuth|dependency-check(?:\.sh)?|dependencyCheckAnalyze)\b/,
    /\bdependency-check-maven\b/,
    /\bsnyk\s+(?:test|monitor)\b/,
    /\bsafety\s+(?:check|scan)\b/,
    /\bbundle\s+audit\b/,
    /\bcargo\s+(?:audit|deny)\b/,
    /\bcomposer\s+audit\b/,
    /\bmix\s+deps\.audit\b/,
    /\bdotnet\s+list\b[^|;&]{0,100}--vulnerable\b/,
    /\btrivy\b[^|;&]{0,100}\s(?:fs|filesystem|repo|rootfs)\s/,
    /\bgrype\s+(?:dir:|sbom:|\.)/,
  ],
  uses: [
    /^actions\/dependency-review-action$/,
    /^google\/osv-scanner-action/,
    /^golang\/govulncheck-action$/,
    /^snyk\/actions\/(?!docker|iac|setup)/,
    /^(?:pypa\/gh-action-pip-audit|rustsec\/audit-check|actions-rs\/audit-check|EmbarkStudios\/cargo-deny-action)$/i,
    /^dependency-check\/Dependency-Check_Action$/i,
    /^aquasecurity\/trivy-action$/,
    /^anchore\/scan-action$/,
    /Dependency-Scanning\.(?:latest\.)?gitlab-ci\.yml$/,
  ],
  accepts: step => {
    if (step.uses === 'aquasecurity/trivy-action') {
      return ['fs', 'repo', 'rootfs'].includes(step.with['scan-type'] ?? '');
    }
    return step.uses !== 'anchore/scan-action' || Boolean(step.with.path);
  },
};

/** `imageScanning.enabled` and `dependencyScanning.enabled`. */
export const scanningDetector: Detector = {
  name: 'scanning',
  facts: ['imageScanning.enabled', 'dependencyScanning.enabled'],
  async detect(context) {
    await stateImageScanning(context);
    await stateDependencyScanning(context);
  },
};

async function stateImageScanning(context: DetectorContext): Promise<void> {
  const fact = 'imageScanning.enabled';
  const finding = await findActivity(context, IMAGE_SCANS);
  if (finding.origin) {
    context.fact(fact, true, finding.origin);
    return;
  }
  for (const { blocks } of await readTerraform(context)) {
    for (const block of blocks) {
      const scan = block.attribute('image_scanning_configuration.scan_on_push');
      if (block.type === 'aws_ecr_repository' && scan?.value === 'true') {
        context.fact(fact, true, { file: block.file, line: scan.line });
        return;
      }
    }
  }
  if (finding.undecided !== undefined) {
    context.gap(
      fact,
      `no pipeline step is seen that scans the image, and ${finding.undecided}`,
    );
  } else {
    context.fact(fact, false);
  }
}

async function stateDependencyScanning(
  context: DetectorContext,
): Promise<void> {
  const fact = 'dependencyScanning.enabled';
  const finding = await findActivity(context, DEPENDENCY_SCANS);
  if (finding.origin) {
    context.fact(fact, true, finding.origin);
    return;
  }
  const bots = await readUpdateBots(context);
  const watching = bots.find(({ vulnerabilities }) => vulnerabilities);
  if (watching) {
    context.fact(fact, true, watching.origin);
  } else if (finding.undecided !== undefined) {
    context.gap(
      fact,
      `no pipeline step is seen that scans the dependencies, and ${finding.undecided}`,
    );
  } else if (bots.some(({ enabled }) => enabled)) {
    context.gap(
      fact,
      `${bots[0].origin.file} proposes new versions, and does not say whether known vulnerabilities raise an alert: scan in a pipeline, or connect the Git host`,
    );
  } else {
    context.fact(fact, false);
  }
}
