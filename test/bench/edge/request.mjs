export const body = JSON.stringify({
  respondingState: 'USA',
  reference: 'CASE-2026-0314',
  priority: 'ROUTINE',
  regimes: ['ITI'],
  illicitGrounds: ['ILL_NATLAW'],
  legalBasis: 'Firearms Act, section 20: possession without a licence.',
  intendedUse: 'INVESTIGATION',
  acquisitionMode: 'SEIZED',
  recoveredOn: '2026-03-14',
  recoveryPlace: 'Kingston',
  circumstances: 'Found in a search of a warehouse at the port, wrapped in oilcloth beneath a false floor. '
    .repeat(6)
    .trimEnd(),
  arm: {
    type: 'PISTOL_SELFLOADING',
    make: 'Unknown',
    calibre: '9x19',
    serial: { asObserved: 'AB 123 456', part: 'FRAME_RECEIVER', condition: 'INTACT' },
    importMarks: [{ country: 'JAM', year: 2019 }],
  },
});

/** Where and with what headers the body goes. */
export const asked = ({ address, token }) => ({
  url: `${address}/v1/requests`,
  headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
});
