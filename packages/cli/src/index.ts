import { runProgram } from './program';

runProgram(process.argv).then(exitCode => {
  process.exitCode = exitCode;
});
