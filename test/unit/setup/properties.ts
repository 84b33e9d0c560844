import fc from 'fast-check';

// A whole assessment takes minutes to shrink. The seed and path that a failure prints bring it back, and can be shrunk.
fc.configureGlobal({ endOnFailure: true });
