import fc from 'fast-check';

/** Every run tries the same inputs, so that a failure is a fault of the change; `npm run properties` tries fresh ones. */
const FIXED_SEED = 20_261_130;

// A whole assessment takes minutes to shrink. The seed and path that a failure prints bring it back, and can be shrunk.
fc.configureGlobal({ endOnFailure: true, seed: Number(process.env.HYOKA_SEED ?? FIXED_SEED) });
