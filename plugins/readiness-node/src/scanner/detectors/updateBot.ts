import type { Origin } from '@airworthy/plugin-readiness-common';
import type { Detector, DetectorContext } from '../Detector';
import { memoizePerContext } from './support/memoizePerContext';
import {
  isObject,
  listAt,
  objectAt,
  stringAt,
  valueAt,
} from './support/values';

/** A bot that proposes updates, as it is configured. */
export interface UpdateBot {
  /** Proposes updates of something. */
  enabled: boolean;
  /** Its own configuration says that it acts on known vulnerabilities. */
  vulnerabilities: boolean;
  origin: Origin;
}

const DEPENDABOT = /^\.github\/dependabot\.ya?ml$/;
const RENOVATE =
  /^(?:\.github\/|\.gitlab\/)?(?:renovate\.json5?|\.renovaterc(?:\.json5?)?)$/;

/** JSON5 as Renovate allows it: comments and trailing commas are YAML's too, but for `//`. */
function withoutLineComments(text: string): string {
  return text
    .split(/\r?\n/)
    .map(line => (/^\s*\/\//.test(line) ? '' : line))
    .join('\n');
}

function renovateOf(settings: unknown, origin: Origin): UpdateBot {
  const extended = listAt(settings, 'extends').map(String);
  const alerts = valueAt(settings, 'vulnerabilityAlerts');
  return {
    enabled: valueAt(settings, 'enabled') !== false,
    vulnerabilities:
      valueAt(settings, 'enabled') !== false &&
      (valueAt(settings, 'osvVulnerabilityAlerts') === true ||
        (isObject(alerts) && alerts.enabled !== false) ||
        extended.some(preset =>
          /enableVulnerabilityAlerts|security:only-security-updates|securityUpdates/i.test(
            preset,
          ),
        )),
    origin,
  };
}

async function readRenovate(
  context: DetectorContext,
  path: string,
): Promise<UpdateBot | undefined> {
  const document = (await context.documents(path))?.[0];
  if (document) {
    return isObject(document.value)
      ? renovateOf(document.value, { file: path, line: document.lineOf([]) })
      : undefined;
  }
  const text = withoutLineComments((await context.text(path)) ?? '');
  // JSON5 that is no YAML: what matters can still be seen in it.
  return text.trim() === ''
    ? undefined
    : {
        enabled: !/^\s{0,4}["']?enabled["']?\s*:\s*false/m.test(text),
        vulnerabilities:
          /["']?osvVulnerabilityAlerts["']?\s*:\s*true|:enableVulnerabilityAlerts/.test(
            text,
          ),
        origin: { file: path, line: 1 },
      };
}

async function readDependabot(
  context: DetectorContext,
  path: string,
): Promise<UpdateBot | undefined> {
  const document = (await context.documents(path))?.[0];
  if (!document) {
    return undefined;
  }
  const updates = listAt(document.value, 'updates');
  return {
    enabled: updates.some(
      update => valueAt(update, 'open-pull-requests-limit') !== 0,
    ),
    vulnerabilities: updates.some(
      update =>
        // A limit of 0 turns version updates off and leaves security updates on.
        valueAt(update, 'open-pull-requests-limit') === 0 ||
        Object.values(objectAt(update, 'groups')).some(
          group => stringAt(group, 'applies-to') === 'security-updates',
        ),
    ),
    origin: { file: path, line: document.lineOf(['updates', 0]) },
  };
}

/** The update bots that the repository configures. */
export const readUpdateBots = memoizePerContext(
  async (context: DetectorContext): Promise<UpdateBot[]> => {
    const bots: UpdateBot[] = [];
    for (const path of context.allFiles) {
      let bot: UpdateBot | undefined;
      if (DEPENDABOT.test(path)) {
        bot = await readDependabot(context, path);
      } else if (RENOVATE.test(path)) {
        bot = await readRenovate(context, path);
      } else if (path === 'package.json') {
        const document = (await context.documents(path))?.[0];
        const settings = valueAt(document?.value, 'renovate');
        bot =
          document && settings !== undefined
            ? renovateOf(settings, {
                file: path,
                line: document.lineOf(['renovate']),
              })
            : undefined;
      }
      if (bot) {
        bots.push(bot);
      }
    }
    return bots;
  },
);

/** `updateBot.configured`. */
export const updateBotDetector: Detector = {
  name: 'update bot',
  facts: ['updateBot.configured'],
  async detect(context) {
    const bots = await readUpdateBots(context);
    const bot = bots.find(({ enabled }) => enabled) ?? bots.at(0);
    if (bot) {
      context.fact('updateBot.configured', bot.enabled, bot.origin);
      return;
    }
    const unread = context.allFiles.find(
      path => DEPENDABOT.test(path) || RENOVATE.test(path),
    );
    if (unread !== undefined) {
      context.gap('updateBot.configured', `${unread} does not parse`);
    } else {
      context.fact('updateBot.configured', false);
    }
  },
};
