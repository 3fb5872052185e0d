// Times each kernel beside tfjs's own: node bench/kernels/run.mjs
import { load, unload } from '../../scripts/load.mjs'

await load('/bench/kernels/single-kernels.ts')
await unload()
