/** The fields of a plan file by their place, such as `floor.limits.room`. A text, a list and the limits of groups are one field each. */
import type { PlanFile, WrittenPlanFile } from '@rostrum/shared/contract/plan'

type IsField<T> = [T] extends [string | number | boolean | undefined | readonly unknown[]]
  ? true
  : 'original' extends keyof Exclude<T, string | undefined>
    ? true
    : false
type PlaceIn<T> = {
  [K in keyof T & string]: IsField<T[K]> extends true ? K : `${K}.${PlaceIn<T[K]>}`
}[keyof T & string]
type FieldAt<T, P extends string> = P extends keyof T
  ? T[P]
  : P extends `${infer K}.${infer Rest}`
    ? K extends keyof T
      ? FieldAt<T[K], Rest>
      : never
    : never

/** The key `original` is in every text in several languages, and in the record of all groups. */
/** All fields of a plan file. */
export type FlatPlan = { readonly [P in PlaceIn<WrittenPlanFile>]: FieldAt<WrittenPlanFile, P> }

type Level = { [key: string]: unknown }

export const pickFields = <P extends keyof FlatPlan>(plan: PlanFile, places: Readonly<Record<P, unknown>>): Pick<FlatPlan, P> => {
  const pick = (place: string) => place.split('.').reduce<unknown>((level, key) => (level as Level)[key], plan)
  return Object.fromEntries(Object.keys(places).map((place) => [place, pick(place)])) as Pick<FlatPlan, P>
}

export const nestFields = (fields: FlatPlan): WrittenPlanFile => {
  const plan: Level = {}
  for (const [place, value] of Object.entries(fields)) {
    const path = place.split('.')
    const last = path.pop() ?? ''
    let level = plan
    for (const key of path) {
      level[key] ??= {}
      level = level[key] as Level
    }
    level[last] = value
  }
  return plan as WrittenPlanFile
}
