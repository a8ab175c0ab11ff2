type Leaf = string | number | boolean | null | undefined

/** A value that nobody changes, to its last field. */
export type ReadonlyDeep<T> = unknown extends T ? T : T extends Leaf ? T : { readonly [K in keyof T]: ReadonlyDeep<T[K]> }
