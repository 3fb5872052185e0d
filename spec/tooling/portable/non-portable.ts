/** What a source may take for granted that not every system has. */
const findings: readonly (readonly [RegExp, string])[] = [
  [/['"`]\/(proc|dev|tmp|usr|bin|etc|var|home)\//, 'a path of Linux'],
  [/\b(spawn|spawnSync|execFile|execFileSync)\(\s*['"`](ba|z|da)?sh['"`]/, 'a shell of Unix'],
  [/import\.meta\.url\)\.pathname/, 'the path of a file URL, which has a slash before C: on Windows'],
  [/\b(spawn|spawnSync|execFile|execFileSync)\(\s*['"`]np[mx]['"`]/, 'npm, which is npm.cmd on Windows'],
  [/['"`](SIGUSR[12]|SIGHUP|SIGSTOP|SIGCONT)['"`]/, 'a signal of Unix'],
]

/** Nothing of a source that asks for the platform: it is taken to know what it does there. */
export function nonPortable(source: string): string[] {
  if (/process\.platform|platform: '/.test(source)) return []
  return findings.filter(([pattern]) => pattern.test(source)).map(([, what]) => what)
}
