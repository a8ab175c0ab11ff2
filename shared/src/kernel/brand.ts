/** A string type with a name, so that an id of one kind cannot be used as an id of another kind. */
export type Brand<Name extends string> = string & { readonly [brand]: Name }

declare const brand: unique symbol
