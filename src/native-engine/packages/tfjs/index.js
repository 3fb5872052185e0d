// Two copies of tfjs would have two registries of kernels, so the engine has none: it gets the copy of the program that
// loads it, whichever clone of the project that is. src/backend/lend-tfjs.mjs lends it.
const lend = globalThis[Symbol.for('homework-as-specification: lend @tensorflow/tfjs')]
if (lend === undefined) throw new Error('This engine belongs to a program that lends it its @tensorflow/tfjs.')
module.exports = lend()
