import { readDatabaseConfig } from './database/databaseConfig.js';
import { migrate } from './database/migrate.js';
import { JobQueue } from './queue/JobQueue.js';
import { queues } from './reports/reportQueue.js';

const { connectionString, ssl } = readDatabaseConfig();
await migrate(connectionString, { ssl });
await JobQueue.migrate({ connectionString, definitions: queues });
