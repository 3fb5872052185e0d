import { load, unload } from '../scripts/load.mjs'

const [engine, kernels] = process.argv.slice(2)
const { contend } = await load('/bench/contender.ts')
await contend(engine, kernels === 'stock')
await unload()
