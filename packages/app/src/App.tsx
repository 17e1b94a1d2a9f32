import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav';

// Every plugin that this package depends on is discovered (`app.packages: all`
// in app-config.yaml); only what belongs to the app alone is listed.
export default createApp({
  features: [navModule],
});
