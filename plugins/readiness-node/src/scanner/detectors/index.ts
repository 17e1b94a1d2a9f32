export { detectors } from './detectors';
