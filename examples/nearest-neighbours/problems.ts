import type { Problem } from '../../src/report/page/problems.ts'

/** The problems of the homework, as the page of the report names them. */
export const problems: readonly Problem[] = [{ number: 1, name: 'nearest neighbours' }]
