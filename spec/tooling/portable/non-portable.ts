/** What a source may take for granted that not every system has. */
const findings: readonly (readonly [RegExp, string])[] = [
  [/['"`]\/(proc|dev|tmp|usr|bin|etc|var|home)\//, 'a path of Linux'],
  [/\b(spawn|spawnSync|execFile|execFileSync)\(\s*['"`](ba|z|da)?sh['"`]/, 'a shell of Unix'],
  [/import\.meta\.url\)\.pathname/, 'the path of a file URL, which has a slash before C: on Windows'],
  [/\b(spawn|spawnSync|execFile|execFileSync)\(\s*['"`]np[mx]['"`]/, 'npm, which is npm.cmd on Windows'],
  [/['"`](SIGUSR[12]|SIGHUP|SIGSTOP|SIGCONT)['"`]/, 'a signal of Unix'],
  [
    /(?:^ +|[{,] ?)shell: (?!false\b|throughShell\()/m,
    'a shell for any program, which takes the path of Node apart on Windows',
  ],
]

export function nonPortable(source: string): string[] {
  return findings.filter(([pattern]) => pattern.test(source)).map(([, what]) => what)
}
