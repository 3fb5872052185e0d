/** How a command of the documents is tried: as it stands, with words that stand for what a reader puts there, or not. */
export type Trial = 'as it stands' | { readonly as: string } | { readonly leftOut: string }

const inCi = 'a job of the workflows runs it'
const long = 'it takes long'
const stays = 'it stays and watches'
const ownSpec = 'a spec runs it in a suite of its own'
const downloads = 'it downloads hundreds of megabytes'

/** All commands of the documents. A spec holds this list to them. */
export const commandList: Readonly<Record<string, Trial>> = {
  'npm ci': { leftOut: inCi },
  'npm ci --ignore-scripts': { leftOut: 'it changes what is installed' },
  'npm ci --omit=optional': { leftOut: 'it changes what is installed' },
  'npm test': { leftOut: inCi },
  'npm run claims': { leftOut: inCi },
  'npm run claims -- P1.1': 'as it stands',
  'npm run claims -- P2': { leftOut: `${long}; P2.3 is run` },
  'npm run claims -- P2.3': 'as it stands',
  'npm run claims -- --shard=1/4 --reporter=default --reporter=blob': { leftOut: ownSpec },
  'npm run claims -- --merge-reports': { leftOut: ownSpec },
  'npm run compare -- OLD/claims.json NEW/claims.json': {
    as: 'npm run compare -- docs/full-scale/problem-3/claims.json docs/full-scale/problem-3/claims.json',
  },
  'npm run check': { leftOut: 'npm test has its parts' },
  'npm run format': { leftOut: 'it writes; npm test asks that it has nothing to write' },
  'npm run ui': { leftOut: `${stays}; npm run test:browser opens it` },
  'npm run test:browser': { leftOut: 'it needs a Chromium' },
  'npm run example': 'as it stands',
  'npm run docs:commands': { leftOut: 'it is this command' },
  'npm run supply-chain': { leftOut: `${inCi}; not every registry answers audits` },
  'npm run supply-chain:optional': { leftOut: `${inCi}; not every registry answers audits` },
  'npm run interruptions -- 20 P3.4': { leftOut: long },
  'npm run interruptions -- 20': { as: 'npm run interruptions -- 1 P1.4' },
  'npm run soak -- 10': { as: 'npm run soak -- 2 P1.4' },
  'npm run gradients:seeds -- 20': { as: 'npm run gradients:seeds -- 1' },
  'npm run engine:native': { leftOut: downloads },
  'npm run engine:native -- --gpu': { leftOut: downloads },
  'npm run engine:native -- --remove': 'as it stands',
  'npm install --no-save webgpu@0.6.2 @tensorflow/tfjs-backend-webgpu@4.22.0': {
    leftOut: 'it changes what is installed',
  },
  'npm run bench:python': { leftOut: downloads },
  'npm run bench': { leftOut: long },
  'npm run bench -- --profile': { leftOut: long },
  'npm run bench -- --growth': { leftOut: long },
  'npm run bench -- --waits': { leftOut: long },
  'npm run zoo': { leftOut: long },
  'npm run calibration': { leftOut: long },
  'npm run calibration -- 10000': { leftOut: long },
  'npm run claims:seeds -- 20 P1.4 "counts as collapsed"': { as: 'npm run claims:seeds -- 2 P1.1' },
  'npm run claims:seeds -- 20': { leftOut: long },
  'npm run test:engines': { leftOut: long },
  'npm run test:engines -- --project=wasm dense': 'as it stands',
  'npm run mutation -- src/statistics': { leftOut: long },
  'npm run mutation -- src/random/stream.ts': { leftOut: long },
  'npm run mutation -- src/statistics --force': { leftOut: long },
  'npx vitest': { leftOut: stays },
  'npx vitest run -u': { leftOut: 'it writes the stored metrics anew' },
  'npx vitest run spec/1-perceptron/hinge-does-not-converge-faster.spec.ts': 'as it stands',
  'npx vitest run --config examples/your-homework/vitest.config.ts': {
    as: 'npx vitest run --config examples/nearest-neighbours/vitest.config.ts',
  },
}
