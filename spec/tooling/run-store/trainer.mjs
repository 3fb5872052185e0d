// A process that trains: forked with the folder of the store and a file that gets a line for each training begun.
// Node 20 does not read TypeScript, so Vite loads the store.
import { appendFileSync, existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const [directory, log] = process.argv.slice(2)
const source = fileURLToPath(new URL('../../../src/training/run-store.ts', import.meta.url))
const { RunStore } = (await runnerImport(source, { configFile: false, logLevel: 'error' })).module
const store = new RunStore(directory, { poll: 2 })

/** Resolves when the message is on its way: a process that is blocked sends nothing. */
const send = (message) => new Promise((resolve) => process.send(message, resolve))

function block() {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
}

process.on('message', async ({ keys, until }) => {
  const trainers = []
  for (const key of keys) {
    const train = async () => {
      appendFileSync(log, `${key.seed}\n`)
      await send({ training: key.seed })
      while (until !== undefined && !existsSync(until)) block()
      return process.pid
    }
    trainers.push(await store.run(key, train))
  }
  await send({ trainers })
})
await send({ ready: true })
