import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

/**
 * Loads a TypeScript module of the project, as Vitest loads the specs: Node 20 does not read TypeScript, and a user's
 * trainings run in modules that Vite made. Imports that come later need the server too, so it stays.
 *
 * @param {string} path from the project's folder, '/bench/works.ts'
 */
export async function load(path) {
  server ??= await createServer({
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  return server.ssrLoadModule(path)
}

/** Ends what `load` needed, so that the process can end, or go on as if nothing had been loaded. */
export async function unload() {
  await server?.close()
  // Vite calls the process one of development, and Vitest would not call it a test any more.
  if (environment === undefined) delete process.env.NODE_ENV
}

const environment = process.env.NODE_ENV
let server
