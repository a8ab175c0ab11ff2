/** The built-in plan files, by name. */

export const templates = ['consultation', 'speakers', 'panel', 'blank', 'wsis-at-20'] as const
export type TemplateName = (typeof templates)[number]
