/** Who takes a flag that a document names: a file of the project that parses it, or another program. */
export type FlagReader = { readonly file: string } | 'npm' | 'vitest'

const bench = { file: 'bench/run.mjs' }
const nativeEngine = { file: 'src/native-engine/command.ts' }

/** All flags of the documents, alone too, as in "`--only lenet` takes a part". A spec holds this list to them and to the files. */
export const flagList: Readonly<Record<string, FlagReader>> = {
  '--only': bench,
  '--rounds': bench,
  '--json': bench,
  '--markdown': bench,
  '--python': bench,
  '--profile': bench,
  '--growth': bench,
  '--waits': bench,
  '--torch': { file: 'bench/python/set-up.mjs' },
  '--gpu': nativeEngine,
  '--remove': nativeEngine,
  '--branch': { file: 'src/report/compare/command.ts' },
  '--force': { file: 'mutation/run.mjs' },
  '--ignore-scripts': 'npm',
  '--no-save': 'npm',
  '--omit': 'npm',
  '--config': 'vitest',
  '--merge-reports': 'vitest',
  '--project': 'vitest',
  '--reporter': 'vitest',
  '--shard': 'vitest',
}
