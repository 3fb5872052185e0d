// Says at once and then every second that this worker answers: loaded by Node before Vitest's own code, see watched-forks.ts.
import inspector from 'node:inspector'

// Bound here, before a spec can replace them.
const send = process.send.bind(process)

function beat() {
  if (process.connected) send({ heartbeat: { pid: process.pid, debugged: inspector.url() !== undefined } })
}

// A spec may hang before the first second is over, and a worker that never said who it is cannot be killed.
beat()
setInterval(beat, 1000).unref()
