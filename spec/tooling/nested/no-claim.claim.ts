import { test } from 'vitest'

test('nothing is claimed', () => {})
