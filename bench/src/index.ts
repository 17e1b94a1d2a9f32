import { inspect } from 'node:util';
import { runBench } from './runBench';

runBench(process.argv).then(
  // Pools and timers of a back end outlive its stop; the result is out.
  () => process.exit(0),
  error => {
    process.stderr.write(`bench: ${inspect(error)}\n`);
    process.exit(1);
  },
);
