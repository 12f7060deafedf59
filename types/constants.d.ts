/** Origin of the API without a slash at the end; empty on H5, which the API serves itself (config/constants.ts). */
declare const API_BASE: string

declare namespace NodeJS {
  interface ProcessEnv {
    /** Replaced by the build: the target the code is compiled for. */
    TARO_ENV?: 'weapp' | 'h5'
  }
}
