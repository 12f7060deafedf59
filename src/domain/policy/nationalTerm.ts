/**
 * The shortest term of imprisonment, compulsory rehabilitation or another restriction that counts, in months.
 * Source: 民发〔2019〕62号, as the settings tell it (`restrictedTermMonths`).
 */
export const nationalTermMonths = 6
