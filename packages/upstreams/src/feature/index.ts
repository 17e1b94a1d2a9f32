export { upstreamsPlugin as default } from './upstreamsPlugin';
