// Says every second that this worker still answers: loaded by Node before Vitest's own code, see watched-worker.ts.
import inspector from 'node:inspector'

// Bound here, before a spec can replace them.
const send = process.send.bind(process)

setInterval(() => {
  if (process.connected) send({ heartbeat: { pid: process.pid, debugged: inspector.url() !== undefined } })
}, 1000).unref()
