/** Where the phone finds the API. Shapes of the values: an origin without a slash at the end. */
interface Constants {
  API_BASE: string
}

// A reserved name that never resolves (RFC 2606): a build without API_BASE can be tested, not published by mistake.
export const placeholderApiBase = 'https://api.invalid'

/**
 * Compile-time constants of a target, as JavaScript source for webpack's DefinePlugin.
 * H5 is served by the API itself, so its base is empty.
 */
export function constantsFor(target: string, env: Readonly<Record<string, string | undefined>>) {
  const values: Constants = {
    API_BASE: target === 'h5' ? '' : (env.API_BASE ?? placeholderApiBase).replace(/\/+$/, ''),
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]))
}
