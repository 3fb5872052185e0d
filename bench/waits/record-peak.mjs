// Preloaded into every process of a command (NODE_OPTIONS=--import): writes the most memory that the process has held into the folder
// BENCH_PEAK_FOLDER, again and again, since a worker may be ended without notice.
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const path = join(process.env.BENCH_PEAK_FOLDER, `${process.pid}`)
const record = () => {
  try {
    writeFileSync(`${path}.draft`, String(1024 * process.resourceUsage().maxRSS))
    renameSync(`${path}.draft`, path)
  } catch {
    // The command is over and its folder gone.
  }
}
record()
setInterval(record, 250).unref()
process.on('exit', record)
