import type { ReactNode } from 'react'

/** The examples of some files of client/src/ui: for each file its states by name. */
export type Examples = Readonly<Record<string, Readonly<Record<string, ReactNode>>>>
