// Builds TensorFlow as an engine: npm run engine:native [-- --gpu] [-- --remove]
import { load, unload } from './load.mjs'

const { engineNative } = await load('/src/native-engine/command.ts')
const { endBy } = await load('/src/homework-error.ts')
try {
  await engineNative(process.argv.slice(2))
} catch (error) {
  endBy(error)
}
await unload()
