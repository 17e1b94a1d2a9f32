import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Where there is no layout, nothing scrolls.
Element.prototype.scrollIntoView = () => {};

// Whole pages and axe over them: on a machine that builds beside it they take
// longer than the defaults allow. Nothing waits that long where it passes.
jest.setTimeout(90_000);
configure({ asyncUtilTimeout: 20_000 });
