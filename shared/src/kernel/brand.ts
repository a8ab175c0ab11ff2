/** A string type with a name. An id of one kind cannot be used as an id of another kind. */
export type Brand<Name extends string> = string & { readonly [brand]: Name }

declare const brand: unique symbol
