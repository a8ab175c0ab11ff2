/** The number of a commit in its session: 1, 2, 3 … without gaps. 0 is before the first commit. */
export type Revision = number & { readonly [revision]: true }

declare const revision: unique symbol

export const revisionZero = 0 as Revision

export const nextRevision = (revision: Revision): Revision => (revision + 1) as Revision
