// Taro's templates bind no aria attribute by itself (NervJS/taro 14932): a name given to a View would
// reach setData and stay silent. plugin-inject adds the bindings; a component left out here stays mute.
const attributes = [
  'aria-role',
  'aria-label',
  'aria-hidden',
  'aria-checked',
  'aria-disabled',
  'aria-live',
  'aria-expanded',
  'aria-required',
  'aria-invalid',
  'aria-describedby',
  'aria-modal',
  'aria-level',
] as const

// Only what our components are made of: each attribute of a View stands 75 times in base.wxml, for Taro unrolls its
// templates by depth, and that file lies in the main package.
const components = ['View', 'Image', 'Input', 'Textarea'] as const

const bindings = Object.fromEntries(attributes.map((name) => [name, '']))

/** What plugin-inject takes: for each component the attributes its template must bind. */
export const ariaComponents: Record<string, Record<string, string>> = Object.fromEntries(
  components.map((component) => [component, bindings]),
)

/** The names a screen reader needs everywhere; the check on the built templates asks for each. */
export const ariaAttributes: readonly string[] = attributes

/** Tags of the templates, as written in wxml: CheckboxGroup is checkbox-group. */
export const ariaTags: readonly string[] = components.map((component) =>
  component.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase(),
)
