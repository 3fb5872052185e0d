import type { Engine } from './engine.ts'
import { startBackend } from './start-backend.ts'

/** Plain JavaScript: slow, and here on every machine. */
export const cpu: Engine = {
  name: 'cpu',

  async probe() {
    return { usable: 'yes' }
  },

  async open() {
    const tf = await startBackend('cpu', 'cpu', 'Run `npm ci`')
    // The backend advertises tfjs-node when it writes its first tensor, unless tfjs is in production mode. The mode is
    // on for that one tensor only, because it would silence every later warning too.
    const production = tf.env().getBool('PROD')
    tf.env().set('PROD', true)
    tf.scalar(0).dispose()
    tf.env().set('PROD', production)
    return {
      name: 'cpu',
      device: 'CPU, one thread, JavaScript',
      package: '@tensorflow/tfjs-backend-cpu',
      version: tf.version['tfjs-backend-cpu'],
    }
  },
}
