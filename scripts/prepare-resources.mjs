// Lays out dist/resources without building, for unit tests on a fresh checkout.
import { prepareResources } from './build/resources.mjs';

await prepareResources();
