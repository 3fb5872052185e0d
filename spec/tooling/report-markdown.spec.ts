import { expect, test } from 'vitest'
import { claimsJson } from '../../src/report/claims-json.ts'
import { claimsMarkdown } from '../../src/report/claims-markdown.ts'
import { reported, run, theorem } from './report/small-report.ts'

const golden = String.raw`# Claims

1 claim at quick scale, seed homework-2: 1 refuted; every finding is as pinned.

Engine: wasm (CPU, one thread, SIMD), @tensorflow/tfjs-backend-wasm 4.22.0. Error budget: 4.10e-6 of 0.001 spent.

- **Reading**: *as-submitted* judges what the code of the notebook does; *as-assigned*, the assignment done rightly.
- **Verdict**: *reproduced*, the claim holds; *refuted*, it does not; *inconclusive*, the evidence is too weak to tell, or the scale too small to try; *not-run*, its data are absent.
- **Scale and seed**: *quick* trains fewer nets, or smaller ones, within minutes, *full* those of the assignment. All random numbers come from the seed.
- **Pinned**: the verdict that is on record. A claim that gets another one is red (✗).
- **Negative twin**: the same experiment with one setting changed. Its verdict must differ, which proves that the claim can fail.
- **[low, high]**: the interval of a value; each bound is wrong with the probability 4.00e-6. *n* counts independent values, *diverged* those that were not finite.
- **Unit**: *1*, a plain number or share; *decade*, a power of ten, so that -2 decades are a hundredth; *nat*, of cross-entropy.
- **Error rate**: the chance that the verdict is false, and the chance that a fresh seed misses it, if the measured effect is the true one. With the default seed the error budget bounds their sum over all claims that are decided, but for those about seconds.

| claim | reading | statement | reported | measured | verdict | pinned |
|---|---|---|---|---|---|---|
| P1.3 | as-assigned | Hinge loss is better | 0.505 | hinge minus perceptron: -0.1 \[-0.2, -0.05\] | refuted | refuted |

## P1.3, as-assigned: far points

**Hinge loss is better**: refuted. hinge minus perceptron is -0.1.

It is \<b\>undertrained\</b\> \| \[really\](https://example.org).

- Test: t-test.
- Error rate: 4.00e-6 false, 1.00e-7 missed.
- Smallest effect that it would have seen: 0.01.
- Negative twin: epochs: 10000 gives reproduced.
- Source: Problem 1, question 3. Spec: spec/1-perceptron/x.spec.ts.

| metric | value | interval | unit | n | diverged |
|---|---|---|---|---|---|
| hinge minus perceptron | -0.1 | \[-0.2, -0.05\] | 1 | 9 | 0 |
| hinge angle | 12.35 | – | degree | 1 | 0 |

![What boundaries.svg shows.](figures/P1.3-as-assigned-far-points/boundaries.svg)

*What boundaries.svg shows.*
`

const markdown = claimsMarkdown(claimsJson(run, [reported()]))

test('a report in Markdown has the run, the meaning of its words, a table, and each claim with evidence and figures', () => {
  expect(markdown).toBe(golden)
})

test('where no file lies beside it, a figure is its caption', () => {
  const text = claimsMarkdown(claimsJson(run, [reported()]), 'captions')
  expect(text).toBe(golden.replace(/!\[.*\]\(.*\)\n\n/, ''))
})

test('a theorem is shown by the cases that hold, and a red claim is marked', () => {
  const red = { ...theorem('refuted', 37), passed: false }
  const text = claimsMarkdown(claimsJson(run, [theorem('reproduced', 1000), red]))
  expect(text).toContain('| 1000 cases hold | reproduced | reproduced |')
  expect(text).toContain('| 37 cases hold, the next one fails | **refuted** ✗ | refuted |')
})

test('red claims come first, each with what is wrong and what was measured', () => {
  const flipped = { ...reported({ frontMatter: { pinned: { quick: 'reproduced', full: 'refuted' } } }), passed: false }
  const [, , , , first] = claimsMarkdown(claimsJson(run, [theorem('reproduced', 1000), flipped])).split('\n')
  expect(first).toBe(
    '**✗ P1.3, as-assigned: far points.** Hinge loss is better. It is refuted, pinned as reproduced. hinge minus perceptron is -0.1.',
  )
  const [, , , , twin] = claimsMarkdown(claimsJson(run, [{ ...reported(), passed: false }])).split('\n')
  expect(twin).toContain('its twin or a metric is at fault')
})

test('what failed stands below a red claim as it was said, and what is wrong with the run before all claims', () => {
  const failed = { ...reported(), passed: false, failures: ['1 metric(s) differ:\n  angle: obtained *5*'] }
  const report = { ...claimsJson(run, [failed]), faults: ['The error budget is overspent.'] }
  const [, , summary, , fault, , , , first, second] = claimsMarkdown(report).split('\n')
  expect(summary).toContain('; 1 red.')
  expect(fault).toBe('**✗** The error budget is overspent.')
  expect([first, second]).toEqual(['    1 metric(s) differ:', '      angle: obtained *5*'])
  expect(claimsMarkdown({ ...claimsJson(run, [reported()]), faults: ['Wrong.'] })).toContain(
    '1 refuted; none of them red.',
  )
})
