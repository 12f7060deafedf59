/** A filed case, as far as it tells whose it is. */
export interface ChildOfCase {
  accountId: string
  child: { name: string; idNumber?: string }
}

/**
 * By what a child is found again through its keyed hash: the identity number. Where the matter asks for none, a child is
 * known within its own family only, by name: two families' children of one name are two children.
 */
export function childIdentity({ accountId, child: { name, idNumber } }: ChildOfCase): string {
  return idNumber ?? `${accountId}\n${name}`
}
