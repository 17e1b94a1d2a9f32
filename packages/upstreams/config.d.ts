export interface Config {
  /**
   * Stand-ins for the systems that evidence comes from, for the demo and for
   * tests. Nothing is started where this is not there.
   */
  upstreams?: {
    /** Of the server of all stand-ins, on 127.0.0.1. */
    port: number;
    /**
     * The folder with the demo's repositories, relative to the working directory:
     * the clusters run what they deploy, and Prometheus loads their alerting
     * rules. Made up unless told.
     */
    repositories?: string;
    /** Seconds that a rate limit asks to wait, for the fault `tooManyRequests`; 120 unless told. */
    retryAfter?: number;
    /** Seconds that a slow answer takes, for the fault `slow`; 45 unless told. */
    slowBy?: number;
    /**
     * Signs what the backup, load and drill jobs of the company push to the
     * portal: the secret of a caller in `readiness.push.callers`. They push
     * nothing unless told.
     *
     * @visibility secret
     */
    pushSecret?: string;
    /** The real Prometheus and Alertmanager, where they are installed. */
    monitoring?: {
      /** Of Prometheus, on 127.0.0.1. */
      prometheusPort: number;
      /** Of Alertmanager, on 127.0.0.1. */
      alertmanagerPort: number;
    };
  };
}
