// Asks Dawn for an adapter in a process of its own.
// Usage: fork(this file, [the folder of the package webgpu]); the answer comes as one message.
import { createRequire } from 'node:module'

const [, , folder] = process.argv
try {
  const { create } = createRequire(import.meta.url)(folder)
  const adapter = await create([]).requestAdapter({ powerPreference: 'high-performance' })
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter?.info ?? {}
  process.send({ answer: adapter && { vendor, architecture, device, description, isFallbackAdapter } })
} catch (error) {
  process.send({
    failure: String(error?.message ?? error)
      .split('\n', 1)[0]
      .trim(),
  })
}
