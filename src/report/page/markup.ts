import type { html } from 'hono/html'

/** A piece of HTML in which all text is escaped. */
export type Markup = ReturnType<typeof html>
