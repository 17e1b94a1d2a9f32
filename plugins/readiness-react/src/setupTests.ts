import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// On a machine that builds beside it these take longer than the defaults
// allow. Nothing waits that long where it passes.
jest.setTimeout(90_000);
configure({ asyncUtilTimeout: 20_000 });
