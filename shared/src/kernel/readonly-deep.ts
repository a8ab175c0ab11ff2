type Leaf = string | number | boolean | null | undefined

/** A value of which nobody can change any field, at any depth. */
export type ReadonlyDeep<T> = unknown extends T ? T : T extends Leaf ? T : { readonly [K in keyof T]: ReadonlyDeep<T[K]> }
