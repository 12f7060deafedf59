/** Services a family can apply for on the phone. The code is the entitlement's. */
export const serviceCodes = ['DFUC_ALLOWANCE'] as const
export type ServiceCode = (typeof serviceCodes)[number]
