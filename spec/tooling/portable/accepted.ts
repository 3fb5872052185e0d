/** What is found in a source that is right there. */
interface Accepted {
  /** relative to the project, with forward slashes */
  readonly file: string
  readonly finding: string
  readonly reason: string
}

/** A spec holds this list to what is found. */
export const accepted: readonly Accepted[] = [
  {
    file: 'src/training/process-identity.ts',
    finding: 'a path of Linux',
    reason: 'it is read where the platform is Linux',
  },
  {
    file: 'spec/tooling/run-store-lock.spec.ts',
    finding: 'a path of Linux',
    reason: 'the test runs on Linux alone',
  },
  {
    file: 'spec/tooling/run-store-lock.spec.ts',
    finding: 'a shell of Unix',
    reason: 'the test runs on Linux alone',
  },
  {
    file: 'spec/tooling/switches.spec.ts',
    finding: 'a path of Linux',
    reason: 'it is the home of a machine that the test describes, and no file is there',
  },
  {
    file: 'spec/tooling/fuzz-switches.spec.ts',
    finding: 'a path of Linux',
    reason: 'it is the home of a machine that the test describes, and no file is there',
  },
  {
    file: 'spec/tooling/native-engine-checks.spec.ts',
    finding: 'a path of Linux',
    reason: 'it is what a linker says, and no file is there',
  },
]
