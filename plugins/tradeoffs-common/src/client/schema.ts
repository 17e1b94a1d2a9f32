// Derived from openapi.yaml of tradeoffs-backend: `yarn generate:api` writes it.
export interface paths {
  '/axes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The axes and the design steps that records speak of */
    get: operations['listAxes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/records': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of records, contradicted ones first */
    get: operations['listRecords'];
    put?: never;
    /**
     * Write a record in the portal
     * @description The entity has to be one of those that the record names.
     */
    post: operations['createRecord'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/records/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One record with everything that is known of it */
    get: operations['getRecord'];
    /**
     * Save a new text of a record
     * @description Of a record whose truth is a file, the new text is kept in the portal as a revision that waits to be proposed or exported; the file stays what counts.
     */
    put: operations['updateRecord'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/records/{id}/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Move a record along its life
     * @description Accepting is for decision makers and the owner group. For a record whose truth is a file the changed text waits to be proposed, as on saving.
     */
    post: operations['setRecordStatus'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/records/{id}/review': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say that a record was looked at today and still stands */
    post: operations['reviewRecord'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/records/{id}/acceptances/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirm the checks that a record's file accepts, so that they count
     * @description Anyone can commit a status. What a file accepts counts once a person who may accept says so; a change of what it means asks again.
     */
    post: operations['confirmAcceptances'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/records/{id}/propose': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Open a pull request with the text that the portal holds */
    post: operations['proposeRecord'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/records/{id}/revisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The history of a record, the newest first */
    get: operations['listRevisions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/records/{id}/revisions/{revision}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One revision with its text */
    get: operations['getRevision'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/records/{id}/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What differs from another record, or from an earlier revision */
    get: operations['diffRecord'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/records/{id}/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The file of a record, byte for byte */
    get: operations['exportRecord'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What one entity decided, axis by axis */
    get: operations['getEntityTradeoffs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/fleet': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Entities by axes */
    get: operations['getFleet'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/validate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say what is wrong with a text, without saving it */
    post: operations['validateRecord'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/service/acceptances': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The acceptances that count now, for other back ends */
    get: operations['listAcceptances'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/service/designs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What records in force say of the design of entities
     * @description Those of the entity and of its system, for the back end that evaluates checks. An entity that the catalog does not have is left out.
     */
    post: operations['readDesigns'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/service/documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The texts of all records, for the index of a search */
    get: operations['listDocuments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/service/assumptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What records in force assume, for the back end that knows the facts */
    get: operations['listAssumptions'];
    put?: never;
    /** Say what the facts make of assumptions */
    post: operations['reportAssumptions'];
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
    Conflict: components['schemas']['Error'] & {
      /** @description What is stored now; the text that was sent is the caller's. */
      current?: {
        content: string;
        revision: components['schemas']['Revision'];
        by?: string;
        at?: string;
      };
    };
    /** @description The whole file, front matter included. */
    Content: string;
    /** @description Counts what was stored of one record. */
    Revision: number;
    /** @enum {string} */
    Status:
      | 'draft'
      | 'proposed'
      | 'accepted'
      | 'rejected'
      | 'deprecated'
      | 'superseded';
    /** @enum {string} */
    RowStatus:
      | 'draft'
      | 'proposed'
      | 'accepted'
      | 'rejected'
      | 'deprecated'
      | 'superseded'
      | 'unparsable';
    /** @enum {string} */
    Format:
      | 'airworthy'
      | 'madr-4'
      | 'madr-3'
      | 'madr-2'
      | 'log4brains'
      | 'nygard'
      | 'unknown';
    /**
     * @description What the assumptions of a record come to together.
     * @enum {string}
     */
    State: 'holds' | 'contradicted' | 'unknown' | 'none';
    Position: number;
    Axis: {
      id: string;
      title: string;
      /** @description The first at -2, the second at 2. */
      poles: string[];
      /** @description Words for each of the five stops, from -2 to 2. */
      stops: string[];
      /** @description Checks whose failure the axis explains most often. */
      checks: string[];
    };
    RecordPage: {
      items: components['schemas']['RecordRow'][];
      total: number;
      nextCursor?: string;
      /** @description Of what the filters leave, whatever `status` and `state` they name: so a filter shows what another choice would give. */
      counts: {
        status: {
          [key: string]: number;
        };
        state: {
          [key: string]: number;
        };
      };
    };
    RecordRow: {
      /** @description For paths; opaque. */
      id: string;
      /** @description The id that the record gives itself, or its file's name. */
      name: string;
      title: string;
      status: components['schemas']['RowStatus'];
      date?: string;
      /** @description Those that the caller may see; the first is the record's own. */
      entityRefs: string[];
      /** @description How many more the record names. */
      redactedEntities: number;
      /** @description Of the first entity. */
      owner?: string;
      /** @description Of the first entity. */
      system?: string;
      format: components['schemas']['Format'];
      /** @enum {string} */
      reversibility?: 'one-way' | 'two-way';
      /** @description Path in its repository; absent for one written in the portal. */
      file?: string;
      /** @description Where a person can see the file. */
      fileUrl?: string;
      /** @description Of the first problem. */
      line?: number;
      /** @enum {string} */
      origin: 'git' | 'portal';
      /** @description The portal holds a newer text that is not in the file. */
      pending?: boolean;
      positions: {
        axis: string;
        position: components['schemas']['Position'];
      }[];
      review: {
        due?: string;
        overdue: boolean;
      };
      state: components['schemas']['State'];
      /** @description How many checks it accepts. */
      accepts: number;
      acceptedChecks: string[];
      /** @description How many; errors are among them. */
      problems: number;
      errors: number;
      /** @description Ids of the records that it replaces. */
      supersedes?: string[];
      /** @description Id of what replaced it. */
      supersededBy?: string;
    };
    RecordDetail: components['schemas']['RecordRow'] & {
      /** @description The text, byte for byte; of a pending record the portal's, which `revision` counts. */
      content: string;
      revision: components['schemas']['Revision'];
      /** @description The file is larger than what is stored. */
      truncated?: boolean;
      /** @description Markdown below the front matter. */
      body: string;
      summary?: components['schemas']['Summary'];
      tradeoffs: components['schemas']['Tradeoff'][];
      acceptances: components['schemas']['Acceptance'][];
      design: components['schemas']['DesignCoverage'];
      problemList: components['schemas']['Problem'][];
      links: {
        kind: string;
        target: string;
        recordId?: string;
      }[];
      decisionMakers: string[];
      consulted: string[];
      informed: string[];
      options: string[];
      chosenOption?: string;
      lastReviewedOn?: string;
      reviewIn?: string;
      history: components['schemas']['RevisionEntry'][];
      /** @description Those that its life allows next. */
      nextStatuses: components['schemas']['Status'][];
      /** @description What it still needs before it may be accepted. */
      obstacles: {
        code: string;
        message: string;
      }[];
      /** @description The caller may save a new text. */
      editable: boolean;
      /** @description The caller may accept it and confirm what it accepts. */
      canAccept: boolean;
      /** @description A pull request can be opened for it. */
      canPropose: boolean;
      /** @description The pull request that was opened last. */
      proposal?: string;
    };
    /** @description The record in one sentence; strong where it comes from the record. */
    Summary: {
      text: string;
      strong: boolean;
    }[];
    Tradeoff: {
      axis: string;
      position: components['schemas']['Position'];
      words?: string;
      rationale?: string;
      qualityAttributes: {
        name: string;
        /** @enum {string} */
        effect: 'improves' | 'degrades' | 'neutral';
      }[];
      scenario?: {
        stimulus?: string;
        response?: string;
        responseMeasure?: string;
      };
      evidence: {
        title: string;
        url: string;
        observedAt?: string;
      }[];
      revisitWhen: string[];
      assumptions: components['schemas']['AssumptionState'][];
    };
    AssumptionState: {
      id: string;
      rule: string;
      /** @description How long it has to be false before it contradicts. */
      for?: string;
      /** @description In words; the rule where none are given. */
      claim: string;
      /** @enum {string} */
      state: 'holds' | 'contradicted' | 'unknown';
      /** @description The entity whose facts decide the state. */
      entityRef?: string;
      /** @description What the facts are now, in words. */
      value?: string;
      /** @description The evidence source that says so. */
      source?: string;
      /** @description Where a person can see the value. */
      url?: string;
      observedAt?: string;
      /** @description Since when it has been false, or in its state. */
      since?: string;
      /** @description Why it is unknown. */
      reason?: string;
    };
    Acceptance: {
      check: string;
      /** @description The last moment at which it counts. */
      until?: string;
      /** @enum {string} */
      endedBy?: 'until' | 'review';
      /** @enum {string} */
      state:
        | 'counts'
        | 'awaiting-confirmation'
        | 'not-in-force'
        | 'lapsed'
        | 'superseded'
        | 'contradicted'
        | 'without-end';
      reason: string;
      confirmedBy?: string;
      confirmedAt?: string;
    };
    DesignCoverage: {
      id: string;
      title: string;
      /** @enum {string} */
      state: 'covered' | 'missing' | 'not-applicable';
      recordId?: string;
      recordName?: string;
      heading?: string;
    }[];
    Problem: {
      file: string;
      line: number;
      column: number;
      /** @enum {string} */
      severity: 'error' | 'warning';
      code: string;
      message: string;
    };
    RevisionEntry: {
      revision: components['schemas']['Revision'];
      at: string;
      /** @description Who saved it in the portal. */
      by?: string;
      /** @enum {string} */
      origin: 'git' | 'portal';
      title: string;
      status: components['schemas']['RowStatus'];
      /**
       * @description What was done.
       * @enum {string}
       */
      change:
        | 'created'
        | 'edited'
        | 'status'
        | 'reviewed'
        | 'indexed'
        | 'confirmed'
        | 'proposed';
    };
    Diff: {
      from: components['schemas']['DiffSide'];
      to: components['schemas']['DiffSide'];
      hunks: {
        fromLine: number;
        toLine: number;
        lines: {
          /** @enum {string} */
          kind: 'same' | 'added' | 'removed';
          text: string;
        }[];
      }[];
    };
    DiffSide: {
      id: string;
      title: string;
      revision: components['schemas']['Revision'];
    };
    EntityTradeoffs: {
      ref: string;
      title?: string;
      owner?: string;
      system?: string;
      axes: components['schemas']['EntityAxis'][];
      /** @description Ids of the axes on which no record in force speaks. */
      silentAxes: string[];
      design: components['schemas']['DesignCoverage'];
      /** @description Its own and those of its system, the oldest first. */
      records: components['schemas']['RecordRow'][];
      contradictions: components['schemas']['RecordContradiction'][];
      /** @description What its records accept for it, those that end first before. */
      acceptances: (components['schemas']['Acceptance'] & {
        recordId: string;
        recordName: string;
        recordTitle: string;
      })[];
      /** @description The caller may record a tradeoff for it. */
      canCreate: boolean;
    };
    EntityAxis: {
      axis: string;
      /** @description What the record in force says; its own before its system's. */
      current?: {
        recordId: string;
        position: components['schemas']['Position'];
        words: string;
        rationale?: string;
        /** @description Date of the record. */
        since?: string;
        /** @enum {string} */
        from: 'entity' | 'system';
        assumptions?: components['schemas']['AssumptionState'][];
      };
      previous?: {
        recordId: string;
        position: components['schemas']['Position'];
      };
      conflicts: components['schemas']['RecordContradiction'][];
    };
    RecordContradiction: {
      /**
       * @description `same-axis`: two in force on one axis, neither supersedes the other. `overrides-system`: differs from the system's without naming it. `dependency`: promises more than a dependency's record accepts.
       * @enum {string}
       */
      kind: 'same-axis' | 'overrides-system' | 'dependency';
      axis?: string;
      words: string;
      recordIds: string[];
    };
    FleetPage: {
      axes: components['schemas']['Axis'][];
      entities: {
        ref: string;
        title?: string;
        owner?: string;
        system?: string;
        state: components['schemas']['State'];
        /** @description By axis; an axis on which it is silent is absent. */
        positions: {
          [key: string]: {
            position: components['schemas']['Position'];
            recordId: string;
            state: components['schemas']['State'];
            overdue?: boolean;
          };
        };
      }[];
      total: number;
      nextCursor?: string;
    };
    RecordDocument: {
      id: string;
      name: string;
      title: string;
      status: components['schemas']['RowStatus'];
      text: string;
      /** @description Who sees this entity sees the record. */
      entityRef?: string;
      owner?: string;
    };
    CountingAcceptance: {
      entityRef: string;
      check: string;
      recordId: string;
      recordTitle: string;
      /** @description The last moment at which it counts. */
      until: string;
    };
    EntityDesign: {
      entityRef: string;
      /** @description Its repository and that of its system were read at least once; what is missing is missing from them. */
      complete: boolean;
      axes: components['schemas']['StatedByRecord'][];
      /** @description Those that are covered or do not apply. */
      designSteps: components['schemas']['StatedByRecord'][];
      /** @description Of RPO and RTO, those stated with an amount. */
      recoveryObjectives: components['schemas']['StatedByRecord'][];
    };
    StatedByRecord: {
      name: string;
      /** @description The newest that states it. */
      recordId: string;
    };
    OpenAssumption: {
      entityRef: string;
      recordId: string;
      assumptionId: string;
      /** @description CEL over facts. */
      rule: string;
      /** @description Something is known of it; what is not is to be reported. */
      reported: boolean;
    };
    AssumptionReport: {
      entityRef: string;
      recordId: string;
      assumptionId: string;
      /** @description What was evaluated; a report on an older rule is dropped. */
      rule: string;
      /** @enum {string} */
      outcome: 'true' | 'false' | 'unknown';
      value?: string;
      source?: string;
      url?: string;
      observedAt?: string;
      reason?: string;
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
    /** @description Somebody saved in between. Nothing was written. */
    Conflict: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Conflict'];
      };
    };
  };
  parameters: {
    id: string;
    pathKind: string;
    pathNamespace: string;
    pathName: string;
    /** @description Part of a title, an id or an entity's name, in any case. */
    q: string;
    /** @description Statuses; `unparsable` for files that could not be read. */
    status: components['schemas']['RowStatus'][];
    /** @description Owners, as entity references; an empty one stands for none. */
    owner: string[];
    /** @description Systems, as entity references; an empty one stands for none. */
    system: string[];
    /** @description Ids of axes that the record takes a position on. */
    axis: string[];
    /** @description Entities that the record names, as entity references. */
    entity: string[];
    /** @description `contradicted`: an assumption is false for longer than allowed. `overdue`: in force and not reviewed in time. `unknown`: an assumption cannot be told. `broken`: the file could not be read. `in-force`: accepted. */
    state: ('contradicted' | 'overdue' | 'unknown' | 'broken' | 'in-force')[];
    /** @description `mine`: of entities that the caller or a group of the caller owns. */
    scope: 'mine' | 'all';
    limit: number;
    /** @description The `nextCursor` of the page before. */
    after: string;
  };
  requestBodies: {
    AtRevision: {
      content: {
        'application/json': {
          revision: components['schemas']['Revision'];
        };
      };
    };
  };
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listAxes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The axes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            axes: components['schemas']['Axis'][];
            designSteps: {
              id: string;
              title: string;
            }[];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  listRecords: {
    parameters: {
      query?: {
        /** @description Part of a title, an id or an entity's name, in any case. */
        q?: components['parameters']['q'];
        /** @description Statuses; `unparsable` for files that could not be read. */
        status?: components['parameters']['status'];
        /** @description Owners, as entity references; an empty one stands for none. */
        owner?: components['parameters']['owner'];
        /** @description Systems, as entity references; an empty one stands for none. */
        system?: components['parameters']['system'];
        /** @description Ids of axes that the record takes a position on. */
        axis?: components['parameters']['axis'];
        /** @description Entities that the record names, as entity references. */
        entity?: components['parameters']['entity'];
        /** @description `contradicted`: an assumption is false for longer than allowed. `overdue`: in force and not reviewed in time. `unknown`: an assumption cannot be told. `broken`: the file could not be read. `in-force`: accepted. */
        state?: components['parameters']['state'];
        /** @description `mine`: of entities that the caller or a group of the caller owns. */
        scope?: components['parameters']['scope'];
        limit?: components['parameters']['limit'];
        /** @description The `nextCursor` of the page before. */
        after?: components['parameters']['after'];
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
          'application/json': components['schemas']['RecordPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  createRecord: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          entityRef: string;
          content: components['schemas']['Content'];
        };
      };
    };
    responses: {
      /** @description The record. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecordDetail'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getRecord: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The record. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecordDetail'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  updateRecord: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          content: components['schemas']['Content'];
          revision: components['schemas']['Revision'];
        };
      };
    };
    responses: {
      /** @description The record as saved. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecordDetail'];
        };
      };
      409: components['responses']['Conflict'];
      default: components['responses']['Error'];
    };
  };
  setRecordStatus: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          status: components['schemas']['Status'];
          revision: components['schemas']['Revision'];
          /** @description Id of the record that replaces it; with `superseded`. */
          supersededBy?: string;
        };
      };
    };
    responses: {
      /** @description The record as saved. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecordDetail'];
        };
      };
      409: components['responses']['Conflict'];
      default: components['responses']['Error'];
    };
  };
  reviewRecord: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: components['requestBodies']['AtRevision'];
    responses: {
      /** @description The record as saved. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecordDetail'];
        };
      };
      409: components['responses']['Conflict'];
      default: components['responses']['Error'];
    };
  };
  confirmAcceptances: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: components['requestBodies']['AtRevision'];
    responses: {
      /** @description The record, its acceptances confirmed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecordDetail'];
        };
      };
      409: components['responses']['Conflict'];
      default: components['responses']['Error'];
    };
  };
  proposeRecord: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: components['requestBodies']['AtRevision'];
    responses: {
      /** @description Where the pull request is. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            url: string;
          };
        };
      };
      409: components['responses']['Conflict'];
      default: components['responses']['Error'];
    };
  };
  listRevisions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The revisions, without their texts. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['RevisionEntry'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  getRevision: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
        revision: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The revision. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevisionEntry'] & {
            content: string;
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  diffRecord: {
    parameters: {
      query?: {
        /** @description Id of the other record; the one that this record supersedes unless told. Or give `revision`. */
        against?: string;
        /** @description A revision of this record. */
        revision?: number;
      };
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The difference, line by line. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Diff'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  exportRecord: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/markdown': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  getEntityTradeoffs: {
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
      /** @description The decisions, and where it is silent. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityTradeoffs'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getFleet: {
    parameters: {
      query?: {
        /** @description Part of a title, an id or an entity's name, in any case. */
        q?: components['parameters']['q'];
        /** @description Owners, as entity references; an empty one stands for none. */
        owner?: components['parameters']['owner'];
        /** @description Systems, as entity references; an empty one stands for none. */
        system?: components['parameters']['system'];
        /** @description Ids of axes that the record takes a position on. */
        axis?: components['parameters']['axis'];
        /** @description `contradicted`: an assumption is false for longer than allowed. `overdue`: in force and not reviewed in time. `unknown`: an assumption cannot be told. `broken`: the file could not be read. `in-force`: accepted. */
        state?: components['parameters']['state'];
        /** @description `mine`: of entities that the caller or a group of the caller owns. */
        scope?: components['parameters']['scope'];
        limit?: components['parameters']['limit'];
        /** @description The `nextCursor` of the page before. */
        after?: components['parameters']['after'];
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
          'application/json': components['schemas']['FleetPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  validateRecord: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          content: components['schemas']['Content'];
          /** @description The entity that it is written for. */
          entityRef?: string;
        };
      };
    };
    responses: {
      /** @description The problems, and the record where there is one. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            problems: components['schemas']['Problem'][];
            record?: {
              name: string;
              title: string;
              status: components['schemas']['Status'];
              format: components['schemas']['Format'];
              summary?: components['schemas']['Summary'];
              tradeoffs: components['schemas']['Tradeoff'][];
            };
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  listAcceptances: {
    parameters: {
      query?: {
        /** @description Entities that the record names, as entity references. */
        entity?: components['parameters']['entity'];
        limit?: components['parameters']['limit'];
        /** @description The `nextCursor` of the page before. */
        after?: components['parameters']['after'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The acceptances. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['CountingAcceptance'][];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  readDesigns: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          entityRefs: string[];
        };
      };
    };
    responses: {
      /** @description The designs, in no particular order. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['EntityDesign'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  listDocuments: {
    parameters: {
      query?: {
        limit?: components['parameters']['limit'];
        /** @description The `nextCursor` of the page before. */
        after?: components['parameters']['after'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The texts. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['RecordDocument'][];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  listAssumptions: {
    parameters: {
      query?: {
        /** @description Entities that the record names, as entity references. */
        entity?: components['parameters']['entity'];
        limit?: components['parameters']['limit'];
        /** @description The `nextCursor` of the page before. */
        after?: components['parameters']['after'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The assumptions. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['OpenAssumption'][];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  reportAssumptions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          items: components['schemas']['AssumptionReport'][];
        };
      };
    };
    responses: {
      /** @description How many were new. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changed: number;
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
}
