/** What one benchmark found: names of figures to figures. */
export type Figures = Record<string, number>;

/** @see Benchmark.run */
export interface BenchmarkOptions {
  services: number;
  /** An empty folder for databases; it may be kept between benchmarks. */
  directory: string;
  /** Says what is going on; not on the standard output. */
  progress(message: string): void;
}

/** One thing that is measured. */
export interface Benchmark {
  readonly name: string;
  /** What has to hold, in words, for the table. */
  readonly goal: string;
  run(options: BenchmarkOptions): Promise<Figures>;
}
