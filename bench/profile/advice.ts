const moves =
  /^(Transpose|Identity|Cast|Concat|Slice|SliceOfRows|GatherV2|Pack|Unpack|Tile|BroadcastTo|Pad|PadV2|Reverse|StridedSlice)$/
const products = /MatMul|Conv2D|DenseOfPairs|MatrixProduct/
const reductions = /^(Sum|Mean|Max|ArgMax|MeanOverMiddleAxes)$/

/** What a large share of the time in a kernel suggests; by what the profiles of this project's nets have shown. */
export function adviceFor(kernel: string): string {
  if (kernel === outsideKernels) {
    return 'the host: tape, draws, uploads. Larger operations make it small: a larger batch, or more runs in an ensemble'
  }
  if (kernel === 'Transpose')
    return 'a copy in another order: keep operands in the order in which the product reads them'
  if (kernel === 'Identity') return 'a copy of the same values: see who asks for it'
  if (kernel === 'Tile' || kernel === 'BroadcastTo') return 'a copy to fit a shape: let the operation itself broadcast'
  if (moves.test(kernel))
    return 'values are moved, not computed: see whether the kernel before or after can do it on the way'
  if (products.test(kernel)) return 'the arithmetic itself: compare its rate with a plain product of the same size'
  if (/Pool/.test(kernel)) return 'memory, not arithmetic: each value should be read once and written once'
  if (reductions.test(kernel)) return 'as a product with ones it runs at the speed of products'
  return 'a pass over memory for little arithmetic: join it with the operation before or after'
}

/** Name of the time that no kernel takes. */
export const outsideKernels = 'outside kernels'
