// The engine that `npm run engine:native` builds has no tfjs of its own, since two copies would have two registries of
// kernels. It asks for this program's (src/native-engine/packages/tfjs/index.js), which is loaded only then.
// Import this file before loading that engine.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
globalThis[Symbol.for('homework-as-specification: lend @tensorflow/tfjs')] = () => require('@tensorflow/tfjs')
