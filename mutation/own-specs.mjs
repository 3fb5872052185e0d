/** The folders that are mutated, each with the specs whose subject it is. What uses a folder in passing is not asked. */
export const ownSpecs = {
  'src/random': ['spec/tooling/{random,numpy-legacy}-*.spec.ts'],
  'src/statistics': [
    'spec/tooling/{intervals,kernel-density,mean-absolute-correlation,median-interval,wasserstein-distance}.spec.ts',
    'spec/tooling/statistics-*.spec.ts',
  ],
  'src/claims': ['spec/tooling/{front-matter,gate,metric-snapshot}.spec.ts', 'spec/tooling/judge{,s}-*.spec.ts'],
  'src/layers': ['spec/tooling/layer-*.spec.ts', 'spec/tooling/keras-{layers,batch-normalisation}.spec.ts'],
  'src/backend/kernels': ['spec/gradients/kernel-*.spec.ts'],
}
