// Node 23 removed `util.isNullOrUndefined`, which tfjs-node 4.22.0 calls (tensorflow/tfjs#8609, open).
// Import this file before loading tfjs-node or tfjs-node-gpu.
import util from 'node:util'

util.isNullOrUndefined ??= (value) => value === null || value === undefined
