/** Joins the class names that are given; keeps the string short because it travels through setData. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
