import type { ShellModule } from '../shell';
import { cancelAll, cancelJob } from './running';

/** Long work outside the window. */
export const jobsModule: ShellModule = {
  name: 'jobs',
  start(shell) {
    shell.handle({ 'jobs.cancel': ({ job }) => cancelJob(job) });
    shell.beforeQuit(() => {
      cancelAll();
      return Promise.resolve(true);
    });
  },
};
