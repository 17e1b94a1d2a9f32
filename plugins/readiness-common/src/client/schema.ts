// Derived from openapi.yaml of readiness-backend: `yarn generate:api` writes it.
export interface paths {
  '/checklist': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The checklist in force and its versions */
    get: operations['getChecklist'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scorecards': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the matrix, one packed row for each entity */
    get: operations['listScorecards'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scorecards/{kind}/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One scorecard, explained */
    get: operations['getScorecard'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scorecards/{kind}/{namespace}/{name}/transitions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What changed on one scorecard, the newest first */
    get: operations['listEntityTransitions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/refresh/{kind}/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask the sources again about one entity, and evaluate it again */
    post: operations['refreshScorecard'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/rollups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Services, levels and statuses by group
     * @description Previews are left out and counted apart. `change30d` compares with the fleet as it was 30 days ago, whoever owned it then.
     */
    get: operations['getRollup'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/fixes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Checks by how many services would rise if they passed */
    get: operations['listFixes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/trends': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Levels and statuses at moments in the past */
    get: operations['getTrend'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/transitions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What changed in the fleet, the newest first
     * @description First evaluations and changes of the checklist are left out: neither is news about a service.
     */
    get: operations['listTransitions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/checks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Each check, its rule and how the fleet answers it */
    get: operations['listChecks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/checks/draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hold a check that does not count yet against the fleet the caller sees */
    post: operations['tryDraftCheck'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The evidence sources and their health */
    get: operations['listSources'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources/{id}/unlinked': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Entities that a source says nothing about, and what would link them */
    get: operations['listUnlinkedEntities'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources/{id}/run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Run a source now, for all entities
     * @description Needs `readiness.source.run`. One that runs already runs on.
     */
    post: operations['runSource'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/deployments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Record deployments
     * @description For service tokens and users with `readiness.evidence.push`; which caller may speak of which entities is `readiness.push.callers` of the config. What is pushed again changes nothing.
     */
    post: operations['pushDeployments'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/deployments/{kind}/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The last deployments of one entity, and its delivery metrics */
    get: operations['listDeployments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/alerts/{kind}/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is wrong with one entity, and was lately */
    get: operations['listAlerts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/attestations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Vouch for a fact of an entity, until a date
     * @description Needs `readiness.attestation.create` on the entity. The same fact attested again replaces what was attested before.
     */
    post: operations['createAttestation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/attestations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take an attestation back */
    delete: operations['deleteAttestation'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/attestations/{kind}/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is attested of one entity, and what may be */
    get: operations['listAttestations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/evidence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Push facts
     * @description For service tokens and users with `readiness.evidence.push`; which caller may speak of which entities is `readiness.push.callers` of the config. An item whose idempotency key was seen before changes nothing.
     */
    post: operations['pushEvidence'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/cdevents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Record a deployment told as a CDEvent
     * @description A CloudEvent in structured or binary mode whose type begins with `dev.cdevents.service.deployed`, `.upgraded`, `.rolledback` or `.removed`. For the same callers as `/deployments`.
     */
    post: operations['pushCdEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/webhooks/evidence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** As /evidence, signed instead of with a token */
    post: operations['pushSignedEvidence'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/webhooks/deployments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** As /deployments, signed instead of with a token */
    post: operations['pushSignedDeployments'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/webhooks/cdevents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** As /cdevents, signed instead of with a token */
    post: operations['pushSignedCdEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ownership': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is doubtful about owners, the most severe first
     * @description Over every kind that has an owner. Ranked by severity, then by tier, then by reference.
     */
    get: operations['listOwnershipFindings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ownership/groups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The findings by owner, system, domain or kind, the first of each */
    get: operations['groupOwnershipFindings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ownership/summary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many entities have an owner that can answer, and what is doubtful */
    get: operations['getOwnershipSummary'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ownership/trend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many entities had no owner, and a doubtful one, over time */
    get: operations['getOwnershipTrend'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ownership/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The findings that the filters leave, as CSV */
    get: operations['exportOwnershipFindings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ownership/confirmations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Says that the owner of entities is the right one, until a day
     * @description Needs `readiness.ownership.confirm` on each of the entities: all are confirmed, or none.
     */
    post: operations['confirmOwnership'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One row for each entity, one column for each check */
    get: operations['exportScorecards'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/badge/{kind}/{namespace}/{name}.svg': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The level of one entity as a picture */
    get: operations['getBadge'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gate/{kind}/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether one entity holds a level, and what blocks it */
    get: operations['getGate'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Error: {
      error: {
        name: string;
        message: string;
      };
      request?: {
        method?: string;
        url?: string;
      };
      response: {
        statusCode: number;
      };
    };
    /** @enum {string} */
    Status: 'pass' | 'fail' | 'unknown' | 'not-applicable' | 'accepted';
    /** @enum {string} */
    Strength: 'observed' | 'declared' | 'attested';
    /** @enum {string} */
    LinkStatus:
      | 'ok'
      | 'not-linked'
      | 'not-found'
      | 'disabled'
      | 'denied'
      | 'stale'
      | 'error';
    /** @enum {string} */
    Quality: 'availability' | 'performance' | 'security' | 'maintainability';
    FactValue: boolean | number | string | string[];
    StatusCounts: {
      pass: number;
      fail: number;
      unknown: number;
      'not-applicable': number;
      accepted: number;
    };
    /** @description Services by the level they hold; `none` for those without one. */
    LevelCounts: {
      [key: string]: number;
    };
    Checklist: {
      id: string;
      title: string;
      version: number;
      /** @description The latest evaluation of any entity. */
      evaluatedAt?: string;
      /** @description Those that are evaluated; the first is what counts. */
      environments: string[];
      levels: {
        id: string;
        title: string;
      }[];
      questions: {
        id: string;
        title: string;
        shortTitle: string;
        quality: components['schemas']['Quality'];
        number?: number;
      }[];
      /** @description The active checks, in the order of the packed statuses. */
      columns: components['schemas']['CheckColumn'][];
      inactive: components['schemas']['InactiveCheck'][];
      /** @description The newest first. */
      versions: components['schemas']['ChecklistVersion'][];
    };
    CheckColumn: {
      id: string;
      question: string;
      level: string;
      title: string;
      expected: string;
      ruleOwner?: string;
      sameAs: string[];
      /** @description As written. */
      rules: string[];
      acceptable: boolean;
    };
    ChecklistVersion: {
      /** @description Counts the changes of this installation. */
      version: number;
      at: string;
      title: string;
      added: string[];
      removed: string[];
      changed: string[];
    };
    InactiveCheck: {
      id: string;
      question: string;
      level: string;
      title: string;
      /** @description Source kinds of which one would activate it. */
      activatedBy: string[];
    };
    ScorecardPage: {
      items: components['schemas']['ScorecardRow'][];
      total: number;
      nextCursor?: string;
      checklist: {
        id: string;
        version: number;
      };
    };
    ScorecardRow: {
      ref: string;
      kind: string;
      namespace: string;
      name: string;
      title?: string;
      type?: string;
      lifecycle?: string;
      tier: number;
      owner?: string;
      system?: string;
      domain?: string;
      level: string;
      /** @description 0 to 1. */
      score: number;
      counts: components['schemas']['StatusCounts'];
      toNextLevel: number;
      /** @description One character for each column of the checklist: p pass, f fail, u unknown, n not applicable, a accepted; upper case on drift. */
      statuses: string;
      preview: boolean;
      evaluatedAt: string;
      /** @description Evidence is past its freshness limit, or a source that speaks about it fails. */
      stale: boolean;
    };
    Scorecard: {
      /** @enum {integer} */
      schemaVersion: 1;
      entityRef: string;
      checklist: {
        id: string;
        title: string;
        version: number;
      };
      environment: string;
      evaluatedAt: string;
      level: string;
      levelSince?: string;
      score: number;
      counts: components['schemas']['StatusCounts'];
      levels: {
        id: string;
        title: string;
        counts: components['schemas']['StatusCounts'];
        toGo: number;
        held: boolean;
      }[];
      next?: {
        level: string;
        title: string;
        checks: string[];
      };
      preview: boolean;
      questions: {
        id: string;
        title: string;
        quality: components['schemas']['Quality'];
        number?: number;
        status: components['schemas']['Status'];
        counts: components['schemas']['StatusCounts'];
        checks: components['schemas']['CheckExplanation'][];
      }[];
      inactive: components['schemas']['InactiveCheck'][];
      links: {
        source: string;
        title: string;
        status: components['schemas']['LinkStatus'];
        since: string;
        message?: string;
      }[];
    };
    CheckExplanation: {
      id: string;
      level: string;
      status: components['schemas']['Status'];
      title: string;
      message: string;
      found?: string;
      expected: string;
      evidence: components['schemas']['Evidence'][];
      missing: components['schemas']['MissingFact'][];
      members: {
        member: string;
        name: string;
        status: components['schemas']['Status'];
        found?: string;
        faultOn?: string;
      }[];
      drift: {
        fact: string;
        member?: string;
        declared: components['schemas']['FactValue'];
        observed: components['schemas']['FactValue'];
        declaredSource: string;
        observedSource: string;
        file?: string;
        line?: number;
        url?: string;
      }[];
      fix: {
        title: string;
        steps: string[];
        template?: string;
        url?: string;
      };
      acceptance?: {
        check: string;
        until: string;
        recordId: string;
        recordTitle: string;
        recordUrl?: string;
        reason?: string;
      };
      acceptable: boolean;
      rules: string[];
      ruleOwner?: string;
      sameAs: string[];
      since?: string;
    };
    Evidence: {
      fact: string;
      member?: string;
      value: components['schemas']['FactValue'];
      strength: components['schemas']['Strength'];
      source: string;
      sourceTitle: string;
      decided: boolean;
      stale: boolean;
      observedAt: string;
      expiresAt?: string;
      file?: string;
      line?: number;
      url?: string;
    };
    MissingFact: {
      fact: string;
      member?: string;
      reason: string;
      sources: {
        source: string;
        title: string;
        status: components['schemas']['LinkStatus'];
        since?: string;
        message?: string;
      }[];
    };
    EntityTransition: {
      /** @description Id of the check; empty where the level changed. */
      check: string;
      /** @description A status, or a level where `check` is empty; absent at first. */
      from?: string;
      to: string;
      at: string;
      why: string;
      firstEvaluation: boolean;
      /** @description The rules changed, not the service. */
      checklistChange: boolean;
    };
    FleetTransition: {
      ref: string;
      title: string;
      check: string;
      from: components['schemas']['Status'];
      to: components['schemas']['Status'];
      at: string;
      why: string;
      /** @description The level changed in the same evaluation. */
      levelChange?: {
        from: string;
        to: string;
      };
    };
    /** @enum {string} */
    RollupBy:
      | 'owner'
      | 'system'
      | 'domain'
      | 'tier'
      | 'lifecycle'
      | 'question'
      | 'level';
    Rollup: {
      by: components['schemas']['RollupBy'];
      /** @description Services counted, previews left out. */
      total: number;
      previews: number;
      groups: components['schemas']['RollupGroup'][];
    };
    RollupGroup: {
      /** @description The value that the group shares; empty where it is not given. */
      key: string;
      /** @description The title of the owner, system or domain, or the question. */
      title?: string;
      /** @description False where the owner, system or domain is not in the catalog. */
      exists?: boolean;
      services: number;
      levels: components['schemas']['LevelCounts'];
      counts: components['schemas']['StatusCounts'];
      /** @description (pass + accepted) ÷ applicable, 0 to 1; 0 without any. */
      passRate: number;
      /** @description Services one or two checks from their next level. */
      nearNext: number;
      /** @description Pass rate now minus 30 days ago, in percentage points; absent without a history. */
      change30d?: number;
      levelsChange30d?: components['schemas']['LevelCounts'];
    };
    Fix: {
      check: string;
      /** @description What to do, of no service in particular. */
      title: string;
      level: string;
      template?: string;
      /** @description Services that fail it. */
      fails: number;
      /** @description Services of which nobody can tell whether they pass it. */
      unknown: number;
      /** @description Services that would reach a higher level if it alone passed. */
      lifts: number;
      /** @description The level that most of them would reach. */
      liftsTo?: string;
      /** @description References of those lifted, the first 50. */
      services: string[];
    };
    Trend: {
      points: {
        at: string;
        levels: components['schemas']['LevelCounts'];
        services: number;
        counts: components['schemas']['StatusCounts'];
      }[];
      checklistChanges: {
        at: string;
        version: number;
        title: string;
        /** @description What the change alone did to the services of this trend. */
        effect?: {
          /** @description Percentage points. */
          passRate: number;
          levels: components['schemas']['LevelCounts'];
        };
      }[];
    };
    CheckSummary: {
      id: string;
      question: string;
      level: string;
      title: string;
      rules: string[];
      expected: string;
      sameAs: string[];
      ruleOwner?: string;
      acceptable: boolean;
      /** @description As configured. */
      params: {
        [key: string]: unknown;
      };
      counts: components['schemas']['StatusCounts'];
      passRate: number;
      /** @description Names of the facts that its rules read. */
      facts: string[];
      /** @description Kinds of source that can supply them, strongest first. */
      sources: string[];
      /** @description Names of the facts that a person may vouch for. */
      attestable: string[];
      /** @description What went wrong when its rule was run, where something did. */
      error?: string;
    };
    DraftResult: {
      counts: components['schemas']['StatusCounts'];
      /** @description The first 100. */
      failing: {
        ref: string;
        message: string;
      }[];
      /** @description What went wrong when the rule was run, where something did. */
      error?: string;
    };
    Deployment: {
      entityRef: string;
      /** @description The source instance. */
      source: string;
      key: string;
      environment: string;
      version?: string;
      commit?: components['schemas']['DeployedCommit'];
      deployedBy?: string;
      startedAt?: string;
      /** @description Absent while it is in progress. */
      finishedAt?: string;
      result: components['schemas']['DeploymentResult'];
      rollback: boolean;
      rework?: boolean;
      url?: string;
    };
    /** @enum {string} */
    DeploymentResult: 'succeeded' | 'failed' | 'in-progress';
    DeployedCommit: {
      sha: string;
      url?: string;
      /** Format: date-time */
      committedAt?: string;
    };
    DeploymentList: {
      items: (components['schemas']['Deployment'] & {
        sourceTitle: string;
        /** @description From the commit to the end of the deployment. */
        leadTimeSeconds?: number;
      })[];
      metrics: components['schemas']['DoraMetrics'];
    };
    DoraMetrics: {
      leadTime: components['schemas']['DoraMetric'];
      deploymentFrequency: components['schemas']['DoraMetric'];
      failedDeploymentRecoveryTime: components['schemas']['DoraMetric'];
      changeFailRate: components['schemas']['DoraMetric'];
      deploymentReworkRate: components['schemas']['DoraMetric'];
    };
    DoraMetric: {
      /** @description In `unit`; absent where `missing` says why. */
      value?: number;
      /** @enum {string} */
      unit: 'seconds' | 'deployments per day' | 'ratio';
      words: string;
      /** @description Which deployments and incidents went into it. */
      from: {
        deployments: number;
        incidents: number;
        since: string;
        until: string;
      };
      missing?: string;
    };
    Alert: {
      entityRef: string;
      source: string;
      sourceTitle: string;
      key: string;
      environment: string;
      name: string;
      labels: {
        [key: string]: string;
      };
      /** @enum {string} */
      state: 'pending' | 'firing' | 'silenced' | 'inhibited' | 'resolved';
      since: string;
      resolvedAt?: string;
      pages: boolean;
      summary?: string;
      runbookUrl?: string;
      receivers: string[];
      silence?: {
        by: string;
        until: string;
        comment: string;
      };
      url: string;
    };
    Attestation: {
      id: string;
      entityRef: string;
      fact: string;
      value: components['schemas']['FactValue'];
      url: string;
      note?: string;
      author: string;
      createdAt: string;
      expiresAt: string;
    };
    AttestationRequest: {
      entityRef: string;
      /** @description One of `attestable` of the check. */
      fact: string;
      value: components['schemas']['FactValue'];
      /** @description Where a person can see that it is so. */
      url: string;
      note?: string;
      /**
       * Format: date-time
       * @description In the future, and at most as far as `readiness.attestations.maxAge`.
       */
      expiresAt: string;
    };
    AttestationList: {
      items: components['schemas']['Attestation'][];
      /** @description Facts that may be attested of it. */
      attestable: components['schemas']['AttestableFact'][];
      /** @description Whether the caller may. */
      mayAttest?: boolean;
    };
    AttestableFact: {
      fact: string;
      /** @enum {string} */
      type: 'bool' | 'int' | 'double' | 'string' | 'timestamp' | 'strings';
      description: string;
      unit?: string;
    };
    EvidencePush: {
      items: {
        entityRef: string;
        /** @description The same for what is sent again. */
        idempotencyKey: string;
        facts: components['schemas']['PushedFact'][];
      }[];
    };
    PushedFact: {
      /** @description A fact that the kind `pushed` may supply, such as `loadTest.performedAt`. */
      name: string;
      /** @description All environments unless told. */
      environment?: string;
      value: components['schemas']['FactValue'];
      url?: string;
      /**
       * Format: date-time
       * @description Now unless told. What is older than what is known changes nothing.
       */
      observedAt?: string;
      /**
       * Format: date-time
       * @description After it the value is stale; as long as `readiness.push.maxAge` unless told.
       */
      expiresAt?: string;
    };
    DeploymentPush: {
      deployments: {
        entityRef: string;
        /** @description The idempotency key; the same deployment told again has the same. */
        key: string;
        /** @description The environment that counts unless told. */
        environment?: string;
        version?: string;
        commit?: components['schemas']['DeployedCommit'];
        deployedBy?: string;
        /** Format: date-time */
        startedAt?: string;
        /**
         * Format: date-time
         * @description Now unless told, where it ended.
         */
        finishedAt?: string;
        result: components['schemas']['DeploymentResult'];
        /** @default false */
        rollback: boolean;
        /** @default false */
        rework: boolean;
        url?: string;
      }[];
    };
    /** @description A CloudEvent in structured mode, or the `context` and `subject` of a CDEvent whose CloudEvents attributes are headers. */
    CdEvent: {
      [key: string]: unknown;
    };
    PushResult: {
      /** @description Items that were new. */
      accepted: number;
      /** @description Items that were known already, and changed nothing. */
      repeated: number;
    };
    /** @description Entities with a scorecard that the caller sees, by link state. */
    Coverage: {
      linked: number;
      entities: number;
      /** @description Entities by the state of their link; `none` for those not looked at yet. */
      statuses: {
        [key: string]: number;
      };
    };
    UnlinkedPage: {
      items: components['schemas']['UnlinkedEntity'][];
      total: number;
      nextCursor?: string;
    };
    UnlinkedEntity: {
      ref: string;
      title: string;
      owner?: string;
      status: components['schemas']['LinkStatus'];
      message?: string;
      /** @description The line of `metadata.annotations` that would link it. */
      annotation?: string;
    };
    SourceHealth: {
      id: string;
      kind: string;
      title: string;
      strength: components['schemas']['Strength'];
      /** @enum {string} */
      status: 'ok' | 'running' | 'failing' | 'never';
      lastStartedAt?: string;
      lastSucceededAt?: string;
      durationMs?: number;
      /** @description Calls to the upstream in the last run. */
      calls: number;
      /** @description Entities it speaks about, of those the caller sees. */
      linked: number;
      /** @description Entities with a scorecard that the caller sees. */
      entities: number;
      coverage: components['schemas']['Coverage'];
      /** @description What it tells besides facts. */
      emits: ('deployments' | 'alerts' | 'incidents')[];
      /** @description Whether the caller may run it now. */
      mayRun: boolean;
      errors: {
        message: string;
        file?: string;
        line?: number;
        entityRef?: string;
      }[];
      nextRunAt?: string;
    };
    Gate: {
      pass: boolean;
      /** @description The level held. */
      level: string;
      required: string;
      blocking: {
        check: string;
        status: components['schemas']['Status'];
        message: string;
      }[];
    };
    /** @enum {string} */
    OwnershipFindingType:
      | 'no-owner'
      | 'owner-not-found'
      | 'owner-is-person'
      | 'empty-group'
      | 'single-member-group'
      | 'no-contact'
      | 'no-on-call'
      | 'on-call-differs'
      | 'codeowners-differs'
      | 'codeowners-invalid'
      | 'owner-not-deploying'
      | 'not-confirmed'
      | 'orphan';
    /** @enum {string} */
    OwnershipSeverity: 'high' | 'medium' | 'low';
    /** @enum {string} */
    OwnershipGrouping: 'owner' | 'system' | 'domain' | 'kind';
    OwnershipFinding: {
      ref: string;
      kind: string;
      namespace: string;
      name: string;
      title?: string;
      type?: string;
      tier: number;
      /** @description As the catalog has it now, whether it exists or not. */
      owner?: string;
      system?: string;
      domain?: string;
      finding: components['schemas']['OwnershipFindingType'];
      severity: components['schemas']['OwnershipSeverity'];
      /** @description When it was first found. */
      since: string;
      evidence: {
        /** @description What was seen, in words. */
        text: string;
        /** @description Title of who says so. */
        source: string;
        /** @description Where a person can see it. */
        url?: string;
      };
      suggestion?: components['schemas']['OwnerSuggestion'];
      /** @description Where the entity's file of the catalog is edited. */
      editUrl?: string;
      /** @description Confirming the owner ends it. */
      confirmable: boolean;
    };
    OwnerSuggestion: {
      /** @description Entity reference of a group that exists and has members. */
      owner: string;
      /** @enum {string} */
      from: 'deployments' | 'codeowners' | 'on-call' | 'provider' | 'system';
      /** @description Why, such as "14 of 20 deployments". */
      text: string;
    };
    OwnershipFindingPage: {
      items: components['schemas']['OwnershipFinding'][];
      total: number;
      nextCursor?: string;
    };
    OwnershipGroup: {
      /** @description An entity reference or a kind; empty for what has none. */
      key: string;
      title?: string;
      findings: number;
      high: number;
      /** @description Entities with a finding. */
      entities: number;
      items: components['schemas']['OwnershipFinding'][];
    };
    OwnershipShare: {
      count: number;
      of: number;
    };
    OwnershipSummary: {
      /** @description Of a kind that has an owner. */
      entities: number;
      findings: number;
      /** @description Entities with a finding. */
      withFindings: number;
      /** @description Entities without an owner that exists. */
      unowned: number;
      /** @description Entities with an owner, of which something else is found. */
      doubtful: number;
      coverage: {
        ownerIsGroup: components['schemas']['OwnershipShare'];
        hasMember: components['schemas']['OwnershipShare'];
        hasContact: components['schemas']['OwnershipShare'];
        /** @description Of the services that a source of on-call knows; absent without one. */
        onCall?: components['schemas']['OwnershipShare'];
        confirmed: components['schemas']['OwnershipShare'];
      };
      /** @description How long a confirmation without a day of its own counts. */
      confirmedWithinDays: number;
      bySeverity: {
        severity: components['schemas']['OwnershipSeverity'];
        findings: number;
      }[];
      /** @description Every type, those without a finding too. */
      byFinding: {
        finding: components['schemas']['OwnershipFindingType'];
        findings: number;
      }[];
      byKind: {
        kind: string;
        findings: number;
      }[];
      /** @description The latest audit of any entity. */
      auditedAt?: string;
    };
    OwnershipPoint: {
      at: string;
      entities: number;
      unowned: number;
      doubtful: number;
    };
    OwnershipConfirmationRequest: {
      entityRefs: string[];
      /**
       * Format: date
       * @description The last day on which it counts, UTC; `readiness.ownership.confirmFor` from now unless told, and at most two years from now.
       */
      until?: string;
      note?: string;
    };
    OwnershipConfirmation: {
      entityRef: string;
      owner: string;
      until: string;
      confirmedBy: string;
      confirmedAt: string;
      note?: string;
    };
  };
  responses: {
    /** @description An error in the shape of @backstage/errors. */
    Error: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
  };
  parameters: {
    /** @description Id of the source, such as `argocd:main`. */
    sourceId: string;
    /** @description `sha256=` and the HMAC-SHA256 of the body as it is sent, in hexadecimal, with the secret of one of `readiness.push.callers`. */
    signature: string;
    pathKind: string;
    pathNamespace: string;
    pathName: string;
    /** @description Id of the checklist; the one in force unless told. */
    checklist: string;
    /** @description The first of `readiness.environments`, `production`, unless told. */
    environment: string;
    /** @description Part of a name or a title, in any case. */
    q: string;
    /** @description Owners, as entity references; an empty one stands for none. */
    owner: string[];
    /** @description Groups, as entity references; what their child groups own counts. */
    group: string[];
    finding: components['schemas']['OwnershipFindingType'][];
    severity: components['schemas']['OwnershipSeverity'][];
    /** @description Systems, as entity references; an empty one stands for none. */
    system: string[];
    /** @description Domains, as entity references; an empty one stands for none. */
    domain: string[];
    tier: number[];
    lifecycle: string[];
    /** @description Levels held; `none` for those without one. */
    level: string[];
    /** @description Entity kinds, in any case. */
    kind: string[];
    /** @description `mine`: owned by the caller or by a group of the caller. */
    scope: 'mine' | 'all';
    /** @description `<check>:<status>`; several on one check widen, on several checks narrow. */
    status: string[];
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getChecklist: {
    parameters: {
      query?: {
        /** @description Id of the checklist; the one in force unless told. */
        checklist?: components['parameters']['checklist'];
        /** @description The first of `readiness.environments`, `production`, unless told. */
        environment?: components['parameters']['environment'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The checklist. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Checklist'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listScorecards: {
    parameters: {
      query?: {
        /** @description Id of the checklist; the one in force unless told. */
        checklist?: components['parameters']['checklist'];
        /** @description The first of `readiness.environments`, `production`, unless told. */
        environment?: components['parameters']['environment'];
        /** @description Part of a name or a title, in any case. */
        q?: components['parameters']['q'];
        /** @description Owners, as entity references; an empty one stands for none. */
        owner?: components['parameters']['owner'];
        /** @description Systems, as entity references; an empty one stands for none. */
        system?: components['parameters']['system'];
        /** @description Domains, as entity references; an empty one stands for none. */
        domain?: components['parameters']['domain'];
        tier?: components['parameters']['tier'];
        lifecycle?: components['parameters']['lifecycle'];
        /** @description Levels held; `none` for those without one. */
        level?: components['parameters']['level'];
        /** @description Entity kinds, in any case. */
        kind?: components['parameters']['kind'];
        /** @description `mine`: owned by the caller or by a group of the caller. */
        scope?: components['parameters']['scope'];
        /** @description `<check>:<status>`; several on one check widen, on several checks narrow. */
        status?: components['parameters']['status'];
        /** @description `gain` puts those first that are fewest checks from their next level, and those at the highest level last. `-` turns an order round. */
        sort?:
          | 'name'
          | '-name'
          | 'gain'
          | '-gain'
          | 'level'
          | '-level'
          | 'score'
          | '-score';
        /** @description Rows in one page. The whole fleet may be asked for at once. */
        limit?: number;
        /** @description The `nextCursor` of the page before, with the same sort. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScorecardPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getScorecard: {
    parameters: {
      query?: {
        /** @description Id of the checklist; the one in force unless told. */
        checklist?: components['parameters']['checklist'];
        /** @description The first of `readiness.environments`, `production`, unless told. */
        environment?: components['parameters']['environment'];
      };
      header?: never;
      path: {
        kind: components['parameters']['pathKind'];
        namespace: components['parameters']['pathNamespace'];
        name: components['parameters']['pathName'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The scorecard. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Scorecard'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listEntityTransitions: {
    parameters: {
      query?: {
        /** @description Id of the checklist; the one in force unless told. */
        checklist?: components['parameters']['checklist'];
        /** @description The first of `readiness.environments`, `production`, unless told. */
        environment?: components['parameters']['environment'];
        /** @description Only this check. */
        check?: string;
        limit?: number;
      };
      header?: never;
      path: {
        kind: components['parameters']['pathKind'];
        namespace: components['parameters']['pathNamespace'];
        name: components['parameters']['pathName'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The transitions. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['EntityTransition'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  refreshScorecard: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['pathKind'];
        namespace: components['parameters']['pathNamespace'];
        name: components['parameters']['pathName'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sources are being asked. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Ids of the sources that are asked. */
            sources: string[];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  getRollup: {
    parameters: {
      query: {
        by: components['schemas']['RollupBy'];
        /** @description Id of the checklist; the one in force unless told. */
        checklist?: components['parameters']['checklist'];
        /** @description The first of `readiness.environments`, `production`, unless told. */
        environment?: components['parameters']['environment'];
        /** @description Part of a name or a title, in any case. */
        q?: components['parameters']['q'];
        /** @description Owners, as entity references; an empty one stands for none. */
        owner?: components['parameters']['owner'];
        /** @description Systems, as entity references; an empty one stands for none. */
        system?: components['parameters']['system'];
        /** @description Domains, as entity references; an empty one stands for none. */
        domain?: components['parameters']['domain'];
        tier?: components['parameters']['tier'];
        lifecycle?: components['parameters']['lifecycle'];
        /** @description Levels held; `none` for those without one. */
        level?: components['parameters']['level'];
        /** @description Entity kinds, in any case. */
        kind?: components['parameters']['kind'];
        /** @description `mine`: owned by the caller or by a group of the caller. */
        scope?: components['parameters']['scope'];
        /** @description `<check>:<status>`; several on one check widen, on several checks narrow. */
        status?: components['parameters']['status'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The rollup. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Rollup'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listFixes: {
    parameters: {
      query?: {
        /** @description Id of the checklist; the one in force unless told. */
        checklist?: components['parameters']['checklist'];
        /** @description The first of `readiness.environments`, `production`, unless told. */
        environment?: components['parameters']['environment'];
        /** @description Part of a name or a title, in any case. */
        q?: components['parameters']['q'];
        /** @description Owners, as entity references; an empty one stands for none. */
        owner?: components['parameters']['owner'];
        /** @description Systems, as entity references; an empty one stands for none. */
        system?: components['parameters']['system'];
        /** @description Domains, as entity references; an empty one stands for none. */
        domain?: components['parameters']['domain'];
        tier?: components['parameters']['tier'];
        lifecycle?: components['parameters']['lifecycle'];
        /** @description Levels held; `none` for those without one. */
        level?: components['parameters']['level'];
        /** @description Entity kinds, in any case. */
        kind?: components['parameters']['kind'];
        /** @description `mine`: owned by the caller or by a group of the caller. */
        scope?: components['parameters']['scope'];
        /** @description `<check>:<status>`; several on one check widen, on several checks narrow. */
        status?: components['parameters']['status'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The fixes, those that lift the most services first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Fix'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  getTrend: {
    parameters: {
      query?: {
        /** @description Only this entity, as an entity reference. */
        entity?: string;
        /** @description 30 days before `to` unless told. */
        from?: string;
        /** @description Now unless told. */
        to?: string;
        points?: number;
        /** @description Id of the checklist; the one in force unless told. */
        checklist?: components['parameters']['checklist'];
        /** @description The first of `readiness.environments`, `production`, unless told. */
        environment?: components['parameters']['environment'];
        /** @description Part of a name or a title, in any case. */
        q?: components['parameters']['q'];
        /** @description Owners, as entity references; an empty one stands for none. */
        owner?: components['parameters']['owner'];
        /** @description Systems, as entity references; an empty one stands for none. */
        system?: components['parameters']['system'];
        /** @description Domains, as entity references; an empty one stands for none. */
        domain?: components['parameters']['domain'];
        tier?: components['parameters']['tier'];
        lifecycle?: components['parameters']['lifecycle'];
        /** @description Levels held; `none` for those without one. */
        level?: components['parameters']['level'];
        /** @description Entity kinds, in any case. */
        kind?: components['parameters']['kind'];
        /** @description `mine`: owned by the caller or by a group of the caller. */
        scope?: components['parameters']['scope'];
        /** @description `<check>:<status>`; several on one check widen, on several checks narrow. */
        status?: components['parameters']['status'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The trend. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Trend'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listTransitions: {
    parameters: {
      query?: {
        /** @description Seven days ago unless told. */
        since?: string;
        /** @description A regression leaves pass or accepted for fail or unknown; an improvement is the reverse. */
        direction?: 'regression' | 'improvement';
        limit?: number;
        /** @description Id of the checklist; the one in force unless told. */
        checklist?: components['parameters']['checklist'];
        /** @description The first of `readiness.environments`, `production`, unless told. */
        environment?: components['parameters']['environment'];
        /** @description Part of a name or a title, in any case. */
        q?: components['parameters']['q'];
        /** @description Owners, as entity references; an empty one stands for none. */
        owner?: components['parameters']['owner'];
        /** @description Systems, as entity references; an empty one stands for none. */
        system?: components['parameters']['system'];
        /** @description Domains, as entity references; an empty one stands for none. */
        domain?: components['parameters']['domain'];
        tier?: components['parameters']['tier'];
        lifecycle?: components['parameters']['lifecycle'];
        /** @description Levels held; `none` for those without one. */
        level?: components['parameters']['level'];
        /** @description Entity kinds, in any case. */
        kind?: components['parameters']['kind'];
        /** @description `mine`: owned by the caller or by a group of the caller. */
        scope?: components['parameters']['scope'];
        /** @description `<check>:<status>`; several on one check widen, on several checks narrow. */
        status?: components['parameters']['status'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The transitions. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['FleetTransition'][];
            /** @description How many there are, beyond the limit too. */
            total: number;
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  listChecks: {
    parameters: {
      query?: {
        /** @description Id of the checklist; the one in force unless told. */
        checklist?: components['parameters']['checklist'];
        /** @description The first of `readiness.environments`, `production`, unless told. */
        environment?: components['parameters']['environment'];
        /** @description Part of a name or a title, in any case. */
        q?: components['parameters']['q'];
        /** @description Owners, as entity references; an empty one stands for none. */
        owner?: components['parameters']['owner'];
        /** @description Systems, as entity references; an empty one stands for none. */
        system?: components['parameters']['system'];
        /** @description Domains, as entity references; an empty one stands for none. */
        domain?: components['parameters']['domain'];
        tier?: components['parameters']['tier'];
        lifecycle?: components['parameters']['lifecycle'];
        /** @description Levels held; `none` for those without one. */
        level?: components['parameters']['level'];
        /** @description Entity kinds, in any case. */
        kind?: components['parameters']['kind'];
        /** @description `mine`: owned by the caller or by a group of the caller. */
        scope?: components['parameters']['scope'];
        /** @description `<check>:<status>`; several on one check widen, on several checks narrow. */
        status?: components['parameters']['status'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The checks. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['CheckSummary'][];
            inactive: components['schemas']['InactiveCheck'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  tryDraftCheck: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The check it would replace. Keys that the draft leaves out are taken from it. */
          id?: string;
          environment?: string;
          /** @description A check in the shape of `readiness.checklist.checks`. */
          check: {
            [key: string]: unknown;
          };
        };
      };
    };
    responses: {
      /** @description How the fleet would answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftResult'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listSources: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sources. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SourceHealth'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  listUnlinkedEntities: {
    parameters: {
      query?: {
        limit?: number;
        /** @description The `nextCursor` of the page before. */
        after?: string;
      };
      header?: never;
      path: {
        /** @description Id of the source, such as `argocd:main`. */
        id: components['parameters']['sourceId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page, ordered by reference. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnlinkedPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  runSource: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the source, such as `argocd:main`. */
        id: components['parameters']['sourceId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It runs, or will within seconds. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            source: string;
            /** @description False where it was running already. */
            started: boolean;
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  pushDeployments: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeploymentPush'];
      };
    };
    responses: {
      /** @description What became of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PushResult'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listDeployments: {
    parameters: {
      query?: {
        /** @description The first of `readiness.environments`, `production`, unless told. */
        environment?: components['parameters']['environment'];
        limit?: number;
      };
      header?: never;
      path: {
        kind: components['parameters']['pathKind'];
        namespace: components['parameters']['pathNamespace'];
        name: components['parameters']['pathName'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The deployments, the newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeploymentList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listAlerts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['pathKind'];
        namespace: components['parameters']['pathNamespace'];
        name: components['parameters']['pathName'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Firing first, then silenced, inhibited, pending and lately resolved. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Alert'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  createAttestation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AttestationRequest'];
      };
    };
    responses: {
      /** @description What is attested now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Attestation'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  deleteAttestation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It counts no more. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Attestation'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listAttestations: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['pathKind'];
        namespace: components['parameters']['pathNamespace'];
        name: components['parameters']['pathName'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Those that count first, then those that expired lately. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AttestationList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  pushEvidence: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EvidencePush'];
      };
    };
    responses: {
      /** @description What became of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PushResult'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  pushCdEvent: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CdEvent'];
        'application/cloudevents+json': components['schemas']['CdEvent'];
      };
    };
    responses: {
      /** @description What became of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PushResult'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  pushSignedEvidence: {
    parameters: {
      query?: never;
      header?: {
        /** @description `sha256=` and the HMAC-SHA256 of the body as it is sent, in hexadecimal, with the secret of one of `readiness.push.callers`. */
        'X-Airworthy-Signature'?: components['parameters']['signature'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EvidencePush'];
      };
    };
    responses: {
      /** @description What became of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PushResult'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  pushSignedDeployments: {
    parameters: {
      query?: never;
      header?: {
        /** @description `sha256=` and the HMAC-SHA256 of the body as it is sent, in hexadecimal, with the secret of one of `readiness.push.callers`. */
        'X-Airworthy-Signature'?: components['parameters']['signature'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeploymentPush'];
      };
    };
    responses: {
      /** @description What became of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PushResult'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  pushSignedCdEvent: {
    parameters: {
      query?: never;
      header?: {
        /** @description `sha256=` and the HMAC-SHA256 of the body as it is sent, in hexadecimal, with the secret of one of `readiness.push.callers`. */
        'X-Airworthy-Signature'?: components['parameters']['signature'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CdEvent'];
        'application/cloudevents+json': components['schemas']['CdEvent'];
      };
    };
    responses: {
      /** @description What became of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PushResult'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listOwnershipFindings: {
    parameters: {
      query?: {
        finding?: components['parameters']['finding'];
        severity?: components['parameters']['severity'];
        /** @description Part of a name or a title, in any case. */
        q?: components['parameters']['q'];
        /** @description Owners, as entity references; an empty one stands for none. */
        owner?: components['parameters']['owner'];
        /** @description Groups, as entity references; what their child groups own counts. */
        group?: components['parameters']['group'];
        /** @description Systems, as entity references; an empty one stands for none. */
        system?: components['parameters']['system'];
        /** @description Domains, as entity references; an empty one stands for none. */
        domain?: components['parameters']['domain'];
        tier?: components['parameters']['tier'];
        /** @description Entity kinds, in any case. */
        kind?: components['parameters']['kind'];
        /** @description `mine`: owned by the caller or by a group of the caller. */
        scope?: components['parameters']['scope'];
        limit?: number;
        /** @description The `nextCursor` of the page before. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnershipFindingPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  groupOwnershipFindings: {
    parameters: {
      query: {
        by: components['schemas']['OwnershipGrouping'];
        /** @description Findings of each group; the others are asked for by a filter. */
        top?: number;
        finding?: components['parameters']['finding'];
        severity?: components['parameters']['severity'];
        /** @description Part of a name or a title, in any case. */
        q?: components['parameters']['q'];
        /** @description Owners, as entity references; an empty one stands for none. */
        owner?: components['parameters']['owner'];
        /** @description Groups, as entity references; what their child groups own counts. */
        group?: components['parameters']['group'];
        /** @description Systems, as entity references; an empty one stands for none. */
        system?: components['parameters']['system'];
        /** @description Domains, as entity references; an empty one stands for none. */
        domain?: components['parameters']['domain'];
        tier?: components['parameters']['tier'];
        /** @description Entity kinds, in any case. */
        kind?: components['parameters']['kind'];
        /** @description `mine`: owned by the caller or by a group of the caller. */
        scope?: components['parameters']['scope'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The groups, those with the most severe findings first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['OwnershipGroup'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  getOwnershipSummary: {
    parameters: {
      query?: {
        finding?: components['parameters']['finding'];
        severity?: components['parameters']['severity'];
        /** @description Part of a name or a title, in any case. */
        q?: components['parameters']['q'];
        /** @description Owners, as entity references; an empty one stands for none. */
        owner?: components['parameters']['owner'];
        /** @description Groups, as entity references; what their child groups own counts. */
        group?: components['parameters']['group'];
        /** @description Systems, as entity references; an empty one stands for none. */
        system?: components['parameters']['system'];
        /** @description Domains, as entity references; an empty one stands for none. */
        domain?: components['parameters']['domain'];
        tier?: components['parameters']['tier'];
        /** @description Entity kinds, in any case. */
        kind?: components['parameters']['kind'];
        /** @description `mine`: owned by the caller or by a group of the caller. */
        scope?: components['parameters']['scope'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Counts of what the reader may see. Each list of counts leaves out the filter that it would offer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnershipSummary'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getOwnershipTrend: {
    parameters: {
      query?: {
        days?: number;
        /** @description Part of a name or a title, in any case. */
        q?: components['parameters']['q'];
        /** @description Owners, as entity references; an empty one stands for none. */
        owner?: components['parameters']['owner'];
        /** @description Groups, as entity references; what their child groups own counts. */
        group?: components['parameters']['group'];
        /** @description Systems, as entity references; an empty one stands for none. */
        system?: components['parameters']['system'];
        /** @description Domains, as entity references; an empty one stands for none. */
        domain?: components['parameters']['domain'];
        tier?: components['parameters']['tier'];
        /** @description Entity kinds, in any case. */
        kind?: components['parameters']['kind'];
        /** @description `mine`: owned by the caller or by a group of the caller. */
        scope?: components['parameters']['scope'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One point for the end of each day, the last one now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['OwnershipPoint'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  exportOwnershipFindings: {
    parameters: {
      query?: {
        finding?: components['parameters']['finding'];
        severity?: components['parameters']['severity'];
        /** @description Part of a name or a title, in any case. */
        q?: components['parameters']['q'];
        /** @description Owners, as entity references; an empty one stands for none. */
        owner?: components['parameters']['owner'];
        /** @description Groups, as entity references; what their child groups own counts. */
        group?: components['parameters']['group'];
        /** @description Systems, as entity references; an empty one stands for none. */
        system?: components['parameters']['system'];
        /** @description Domains, as entity references; an empty one stands for none. */
        domain?: components['parameters']['domain'];
        tier?: components['parameters']['tier'];
        /** @description Entity kinds, in any case. */
        kind?: components['parameters']['kind'];
        /** @description `mine`: owned by the caller or by a group of the caller. */
        scope?: components['parameters']['scope'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One row for each finding, streamed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  confirmOwnership: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OwnershipConfirmationRequest'];
      };
    };
    responses: {
      /** @description What is on record now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['OwnershipConfirmation'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  exportScorecards: {
    parameters: {
      query?: {
        /** @description Id of the checklist; the one in force unless told. */
        checklist?: components['parameters']['checklist'];
        /** @description The first of `readiness.environments`, `production`, unless told. */
        environment?: components['parameters']['environment'];
        /** @description Part of a name or a title, in any case. */
        q?: components['parameters']['q'];
        /** @description Owners, as entity references; an empty one stands for none. */
        owner?: components['parameters']['owner'];
        /** @description Systems, as entity references; an empty one stands for none. */
        system?: components['parameters']['system'];
        /** @description Domains, as entity references; an empty one stands for none. */
        domain?: components['parameters']['domain'];
        tier?: components['parameters']['tier'];
        lifecycle?: components['parameters']['lifecycle'];
        /** @description Levels held; `none` for those without one. */
        level?: components['parameters']['level'];
        /** @description Entity kinds, in any case. */
        kind?: components['parameters']['kind'];
        /** @description `mine`: owned by the caller or by a group of the caller. */
        scope?: components['parameters']['scope'];
        /** @description `<check>:<status>`; several on one check widen, on several checks narrow. */
        status?: components['parameters']['status'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The rows, streamed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  getBadge: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['pathKind'];
        namespace: components['parameters']['pathNamespace'];
        name: components['parameters']['pathName'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The badge. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/svg+xml': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  getGate: {
    parameters: {
      query?: {
        /** @description Id of the checklist; the one in force unless told. */
        checklist?: components['parameters']['checklist'];
        /** @description The first of `readiness.environments`, `production`, unless told. */
        environment?: components['parameters']['environment'];
        /** @description The level that is required; the lowest unless told. */
        level?: string;
      };
      header?: never;
      path: {
        kind: components['parameters']['pathKind'];
        namespace: components['parameters']['pathNamespace'];
        name: components['parameters']['pathName'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer, whether it passes or not. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Gate'];
        };
      };
      default: components['responses']['Error'];
    };
  };
}
