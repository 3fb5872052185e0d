import { load, unload } from '../../scripts/load.mjs'

const [engine, kernels, work] = process.argv.slice(2)
const { contend } = await load('/bench/race/contender.ts')
await contend(engine, kernels === 'stock', work)
await unload()
