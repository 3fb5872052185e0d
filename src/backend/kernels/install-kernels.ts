import { averagePoolingGradient } from './average-pooling-gradient.ts'
import { axisByAxis } from './axis-by-axis.ts'
import { convolutionFilterGradient } from './convolution-filter-gradient.ts'
import { convolutionInputGradient } from './convolution-input-gradient.ts'
import { hyperbolicTangent } from './hyperbolic-tangent.ts'
import { type Kernel, replaceKernel } from './kernel.ts'
import { matrixProduct } from './matrix-product.ts'
import { meanOverMiddleAxes } from './mean-over-middle-axes.ts'
import { cast, identity } from './shared-data.ts'
import { shortRowArithmetic } from './short-row-arithmetic.ts'
import { sliceOfRows } from './slice-of-rows.ts'
import { tanhBySeries } from './tanh-by-series.ts'

/** What each backend of tfjs lacks, does slowly or rounds too much; a backend that is not named here needs nothing. */
export const kernels: { readonly [backend: string]: readonly Kernel[] } = {
  wasm: [
    convolutionFilterGradient,
    convolutionInputGradient,
    matrixProduct,
    hyperbolicTangent,
    averagePoolingGradient,
    meanOverMiddleAxes,
    ...shortRowArithmetic,
    sliceOfRows,
    identity,
    cast,
  ],
  tensorflow: axisByAxis,
  webgpu: [tanhBySeries],
}

const installed = new Map<string, () => void>()

/**
 * Completes and speeds up a backend, so that every operation and every gradient on it gains. To install twice is to
 * install once.
 *
 * @param backend - the name under which tfjs knows the backend, which has been started
 * @returns puts tfjs's own kernels back
 */
export function installKernels(backend: string): () => void {
  const present = installed.get(backend)
  if (present !== undefined) return present
  const undo = (kernels[backend] ?? []).map((kernel) => replaceKernel(backend, kernel))
  const uninstall = () => {
    if (!installed.delete(backend)) return
    for (const putBack of undo) putBack()
  }
  installed.set(backend, uninstall)
  return uninstall
}
