/** The folders that are mutated, each with the specs whose subject it is. What uses a folder in passing is not asked. */
export const ownSpecs = {
  'src/random': ['spec/tooling/{random,numpy-legacy}-*.spec.ts'],
  'src/statistics': [
    'spec/tooling/{intervals,kernel-density,mean-absolute-correlation,median-interval,wasserstein-distance}.spec.ts',
    'spec/tooling/statistics-*.spec.ts',
  ],
  'src/claims': ['spec/tooling/{evidence,format-number,front-matter*,gate,metric-snapshot,metrics-to-store}.spec.ts'],
  // Without the simulations of judges-error-rates, which take most of the time: a score can only be lower for that.
  'src/claims/judges': [
    'spec/tooling/judge-*.spec.ts',
    'spec/tooling/judges-{bad-scalars,by-chance,power,without-chance}.spec.ts',
  ],
  'src/layers': [
    'spec/tooling/layer-*.spec.ts',
    'spec/tooling/keras-{layers,batch-normalisation}.spec.ts',
    'spec/gradients/gradient-of-{activations,average-pooling,batch-normalisation,convolution,dense,dropout}.spec.ts',
    'spec/gradients/{gradient-of-normalisation-in-evaluation,gradient-of-relu-nets,kinks}.spec.ts',
  ],
  'src/backend/kernels': ['spec/gradients/kernel-*.spec.ts'],
}

/** Files that run in the nested suites of spec/tooling/nested alone: from there no coverage comes back. */
export const unreached = ['src/claims/claim.ts', 'src/claims/metric-matcher.ts']
