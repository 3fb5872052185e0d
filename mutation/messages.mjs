/** Stryker's ignorer of what an error says: a mutant there changes words for people, and no result. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'messages',
    value: {
      shouldIgnore(path) {
        const thrown = path.parentPath?.isNewExpression() && path.parentPath.parentPath?.isThrowStatement()
        if (thrown && path.listKey === 'arguments') return 'the message of an error'
      },
    },
  },
]
