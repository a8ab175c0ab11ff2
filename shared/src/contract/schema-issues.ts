/** The issues that a schema found, and the one that a refusal names. */
import type { z } from 'zod'

/**
 * Lists the issues of a schema. For a union, the issues of the form that the value has replace its own, such as text or object. If it has
 * none of the forms, the issue of the union is kept.
 */
export const listIssues = (issues: readonly z.core.$ZodIssue[], path: readonly PropertyKey[] = []): readonly z.core.$ZodIssue[] =>
  issues.flatMap((issue) => {
    const full = { ...issue, path: [...path, ...issue.path] }
    if (issue.code !== 'invalid_union') return [full]
    const meant = issue.errors.find((errors) => errors.length > 0 && !errors.some(isWrongForm))
    return meant ? listIssues(meant, full.path) : [full]
  })

const isWrongForm = ({ code, path }: z.core.$ZodIssue): boolean => code === 'invalid_type' && path.length === 0

/**
 * `at`: the field, such as `people.2.email`, or empty for the whole. `rule`: what is allowed there, in English. Neither contains the value.
 */
export type Fault = { readonly at: string; readonly rule: string }

const maxFaultLength = 200

/**
 * Returns the first fault, with the reason why it is refused: one of `reasons`, if a rule of the schema is named by it, otherwise
 * `malformed`. A fault that has a reason comes before others.
 */
export function findFault<Reason extends string>(
  found: readonly z.core.$ZodIssue[],
  reasons: readonly Reason[],
  path: readonly PropertyKey[] = [],
): Fault & { readonly reason: Reason | 'malformed' } {
  const issues = listIssues(found, path)
  const findReason = (issue: z.core.$ZodIssue | undefined) => reasons.find((reason) => reason === issue?.message)
  const issue = issues.find((one) => findReason(one) !== undefined) ?? issues[0]
  const at = (issue?.path ?? []).map(String).join('.').slice(0, maxFaultLength)
  return { reason: findReason(issue) ?? 'malformed', at, rule: issue === undefined ? '' : describeIssue(issue) }
}

/** Describes a fault. The sender's keys are counted and not repeated, because they can be anything. */
const describeIssue = (issue: z.core.$ZodIssue): string =>
  (issue.code === 'unrecognized_keys' ? `${issue.keys.length} unknown field(s)` : issue.message).slice(0, maxFaultLength)
