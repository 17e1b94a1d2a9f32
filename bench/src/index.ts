import { runBench } from './runBench';

runBench(process.argv).then(
  // Pools and timers of a back end outlive its stop; the result is out.
  () => process.exit(0),
  error => {
    process.stderr.write(
      `bench: ${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exit(1);
  },
);
