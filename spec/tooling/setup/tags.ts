const names = ['exact', 'value', 'ordering', 'rate', 'theorem', 'as-submitted', 'as-assigned']

/** The tag of claims that are small enough for any engine, be it as slow as a GPU that a CPU plays. */
export const small = 'small'

/** All tags of specs, as Vitest wants them. */
export const tags = [...names, small].map((name) => ({ name }))
