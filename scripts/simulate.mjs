// Plays simulated stories of PCs, shares and people against the saving of documents; see test/simulation/README.md.
import { runMain } from './lib/say.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';

await runMain(async () => {
  await ensureDependencies();
  const { simulate } = await import('./simulate/commands.mjs');
  return simulate(process.argv.slice(2));
});
