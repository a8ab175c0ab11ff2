/** Walks the syntax of a source. */
export type SyntaxNode = { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown }

const isNode = (value: unknown): value is SyntaxNode => typeof value === 'object' && value !== null && 'type' in value

export function visitNodes(value: unknown, see: (node: SyntaxNode) => void): void {
  if (Array.isArray(value)) for (const each of value) visitNodes(each, see)
  else if (isNode(value)) {
    see(value)
    for (const each of Object.values(value)) if (typeof each === 'object') visitNodes(each, see)
  }
}
