import { fork } from 'node:child_process'

/** What a child process said: its answer, or in words why there is none. */
export type Reply<Answer> = { readonly answer: Answer } | { readonly failure: string }

/**
 * Runs a script in a process of its own, so that native code that crashes or hangs takes nothing else with it.
 *
 * @param script - a plain JavaScript module that sends one {@link Reply} by `process.send`
 * @param patience - seconds to wait for the reply
 * @returns the reply; a crash, an early exit and a hang are failures, never exceptions
 */
export function askChild<Answer>(script: URL, argument: string, patience: number): Promise<Reply<Answer>> {
  return new Promise((resolve) => {
    // No `execArgv`: a debugger's port or a loader of the parent is none of the child's business.
    const child = fork(script, [argument], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    let complaint = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-2000)
    })

    const settle = (reply: Reply<Answer>) => {
      clearTimeout(timer)
      // Killed at once because a process that holds a GPU can hang at its exit (dawn-gpu/node-webgpu#18).
      child.kill('SIGKILL')
      resolve(reply)
    }
    const timer = setTimeout(() => settle({ failure: silence(patience) }), patience * 1000)
    child.on('message', (reply: Reply<Answer>) => settle(reply))
    child.on('error', (error) => settle({ failure: error.message }))
    child.on('close', (code, signal) => {
      const lastLine = complaint.trim().split('\n').at(-1)
      settle({
        failure: `its process ended with ${signal ?? `exit code ${code}`}${lastLine ? ` and the words "${lastLine}"` : ''}`,
      })
    })
  })
}

function silence(seconds: number): string {
  return `it gave no answer within ${seconds} seconds (it may be slow to load here, so try once more)`
}
