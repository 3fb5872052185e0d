import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { packageFolder } from '../backend/built-engine.ts'
import { HomeworkError } from '../homework-error.ts'
import type { Tools } from './checks.ts'
import { bindingPackage } from './manifest.ts'
import { lastWords, type RunProgram } from './run-program.ts'

/** TensorFlow's libraries in its wheel. */
const libraries = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2']

/** The version of Node's binary interface that tfjs-node 4.22.0 names in its package.json; any Node from 20 has it. */
const nodeInterface = 8

/** How node-gyp compiles the binding (tfjs-node's binding.gyp and Node 20's common.gypi). */
const flags = ['-std=gnu++17', '-O3', '-fPIC', '-pthread', '-fno-rtti', '-fno-exceptions', '-DBUILDING_NODE_EXTENSION']

/**
 * Compiles tfjs-node's binding against the TensorFlow in its folder `deps`. By the compiler itself: node-gyp would need
 * make, Node's headers from its installation or from nodejs.org, and a path without spaces.
 *
 * @param folder - of the engine, with tfjs-node and node-api-headers
 * @throws {HomeworkError} if a library is missing or the compiler fails
 */
export async function compileAddon(folder: string, { compiler }: Tools, run: RunProgram): Promise<void> {
  const binding = packageFolder(folder, bindingPackage)
  for (const library of libraries) {
    await stat(join(binding, 'deps', 'lib', library)).catch(() => {
      throw new HomeworkError(`TensorFlow's wheel holds no ${library} where it was expected; the engine was not built.`)
    })
  }
  const target = join('lib', `napi-v${nodeInterface}`)
  await mkdir(join(binding, target), { recursive: true })
  const words = [...flags, `-DNAPI_VERSION=${nodeInterface}`]
  words.push(`-I${join(packageFolder(folder, 'node-api-headers'), 'include')}`, `-I${join('deps', 'include')}`)
  words.push('-shared', join('binding', 'tfjs_backend.cc'), join('binding', 'tfjs_binding.cc'))
  words.push(`-L${join('deps', 'lib')}`, ...libraries.map((library) => `-l:${library}`))
  words.push('-Wl,-rpath,$ORIGIN/../../deps/lib', '-o', join(target, 'tfjs_binding.node'))
  const { code, output } = await run(compiler, words, { folder: binding })
  if (code !== 0) throw new HomeworkError(`tfjs-node's binding does not compile: ${lastWords(output)}.`)
  await rm(join(binding, 'deps', 'include'), { recursive: true })
}
