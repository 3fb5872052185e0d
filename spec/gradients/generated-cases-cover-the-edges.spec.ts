import {
  type CaseOf,
  convolutionCases,
  denseCases,
  dropoutCases,
  lossCases,
  normalisationCases,
  poolingCases,
  stridedConvolutionCases,
  stridedPoolingCases,
} from './cases.ts'
import { covers } from './covers.ts'

covers('a dense layer', denseCases, [
  ['have a batch of one', 1 / 6, ({ batch }) => batch === 1],
  ['have one input', 1 / 8, ({ inputs }) => inputs === 1],
  ['have one unit', 1 / 8, ({ units }) => units === 1],
])

covers('a convolution', convolutionCases, [
  ['have a batch of one', 1 / 3, ({ batch }) => batch === 1],
  ['have one channel', 1 / 3, ({ channels }) => channels === 1],
  ['have one filter', 1 / 4, ({ filters }) => filters === 1],
  ['have a kernel of 1 × 1', 1 / 5, ({ size }) => size === 1],
  ['have a kernel as large as the picture', 1 / 25, ({ size, height, width }) => size === height && size === width],
  ['have a kernel that is larger', 1 / 5, ({ size, height, width }) => size > Math.min(height, width)],
  ['have pictures of 1 × 1', 3 / 125, ({ height, width }) => height * width === 1],
  ['are padded', 1 / 2, ({ padding }) => padding === 'same'],
])

type Strided = CaseOf<typeof stridedConvolutionCases>
const axes = ({ vertical, horizontal }: Strided) => [vertical, horizontal]

covers('a convolution with strides', stridedConvolutionCases, [
  ['have a batch of one', 1 / 3, ({ batch }) => batch === 1],
  ['have one channel', 1 / 3, ({ channels }) => channels === 1],
  ['have strides of 1', 1 / 2, ({ dense }) => dense],
  ['have a kernel of 1 × 1', 1 / 16, (given) => axes(given).every(({ window }) => window === 1)],
  ['have a stride above the kernel', 1 / 4, (given) => !given.dense && axes(given).some((a) => a.stride > a.window)],
  ['have a window over the whole picture', 1 / 4, (given) => axes(given).every(({ beyond }) => beyond === 0)],
  ['have zeros of their own', 1 / 3, ({ padding }) => padding === 'given'],
])

covers('average pooling', poolingCases, [
  ['have a batch of one', 1 / 3, ({ batch }) => batch === 1],
  ['have windows of 1 × 1', 1 / 4, ({ size }) => size === 1],
  ['have a single window', 1 / 9, ({ size, height, width }) => Math.max(height, width) < 2 * size],
  ['leave out rows or columns', 1 / 3, ({ size, height, width }) => height % size > 0 || width % size > 0],
  ['have one channel', 1 / 3, ({ channels }) => channels === 1],
])

covers('average pooling with strides', stridedPoolingCases, [
  ['have a batch of one', 1 / 3, ({ batch }) => batch === 1],
  ['have one channel', 1 / 5, ({ channels }) => channels === 1],
  ['tile the picture', 1 / 2, ({ tiled }) => tiled],
  [
    'have windows that overlap',
    1 / 5,
    ({ tiled, down, across }) => !tiled && (down.stride < down.window || across.stride < across.window),
  ],
  [
    'have a stride above the window',
    1 / 4,
    ({ tiled, down, across }) => !tiled && (down.stride > down.window || across.stride > across.window),
  ],
])

covers('batch normalisation', normalisationCases, [
  ['have a batch of one', 1 / 6, ({ shape }) => shape[0] === 1],
  ['have one channel', 1 / 6, ({ shape }) => shape.at(-1) === 1],
  ['have one value a channel', 1 / 30, ({ shape }) => shape.slice(0, -1).every((length) => length === 1)],
  ['are far from 0', 1 / 4, ({ offset }) => offset === -10],
  ['are of pictures', 1 / 2, ({ shape }) => shape.length === 4],
])

covers('dropout', dropoutCases, [
  ['have a batch of one', 1 / 3, ({ shape }) => shape[0] === 1],
  ['drop nothing', 1 / 4, ({ rate }) => rate === 0],
])

covers('losses', lossCases, [
  ['have a batch of one', 1 / 6, ({ batch }) => batch === 1],
  ['have one unit', 1 / 6, ({ units }) => units === 1],
])
