/**
 * Whether this build runs inside WeChat. For code that must not be in the other build at all write
 * `process.env.TARO_ENV === 'weapp'` on the spot: only a literal lets the bundler drop the branch.
 */
export const isWeapp = process.env.TARO_ENV === 'weapp'
